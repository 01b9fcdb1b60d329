internal import CKernels

/// Inverted dropout. 16 random bits decide over a number, so that the probability of keeping it is
/// exactly `threshold` / 65,536 and what is kept is scaled by the inverse of just that.
public struct Dropout: Sendable, Equatable {
  /// How many of 65,536 are kept, 1 … 65,536.
  public let threshold: UInt32

  /// Dropout of that share, rounded to a multiple of 1/65,536.
  /// - Precondition: 0 ≤ `rate` < 1.
  public init(rate: Double) {
    precondition(rate >= 0 && rate < 1)
    threshold = max(1, UInt32(((1 - rate) * 65_536).rounded()))
  }

  /// The probability of keeping a number.
  public var keep: Double { Double(threshold) / 65_536 }
  /// The factor of what is kept.
  public var scale: Float { Float(65_536 / Double(threshold)) }
}

/// Where a batch's mask stands in the random numbers of a run: the same place gives the same mask,
/// on any machine and at any number of threads.
public struct DropoutPlace: Sendable, Equatable {
  let kernel: kernel_dropout

  /// The place of a batch (below 2²⁸, then masks repeat) of an epoch in a layer; the stream is that
  /// of `RandomPurpose.dropout`.
  public init(seed: UInt64, epoch: Int, layer: Int, batch: Int) {
    kernel = kernel_dropout(
      key: (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)),
      batch: UInt32(truncatingIfNeeded: batch), epoch: UInt32(truncatingIfNeeded: epoch),
      word: RandomPurpose.dropout.rawValue << 16 | UInt32(truncatingIfNeeded: layer) & 0xFFFF)
  }

  /// Two places are one when all of their numbers are.
  public static func == (a: DropoutPlace, b: DropoutPlace) -> Bool {
    a.kernel.key == b.kernel.key && a.kernel.batch == b.kernel.batch
      && a.kernel.epoch == b.kernel.epoch && a.kernel.word == b.kernel.word
  }
}

/// One bit a number: kept or dropped. Scratch storage beside a panel of the same shape, from the
/// forward pass to the backward pass.
public final class DropoutMask: @unchecked Sendable {
  /// The number of rows.
  public let features: Int
  let stride: Int
  let base: UnsafeMutablePointer<UInt16>

  /// A mask for a panel of that shape.
  public init(features: Int, capacity: Int) {
    precondition(features >= 0 && capacity >= 0 && capacity <= 1 << 40)
    self.features = features
    stride = max(1, (capacity + 15) / 16)
    let (count, overflow) = features.multipliedReportingOverflow(by: stride)
    precondition(!overflow)
    base = .allocate(capacity: max(count, 1))
    base.initialize(repeating: 0, count: max(count, 1))
  }

  deinit { base.deallocate() }

  /// Whether a number is kept.
  public func keeps(_ feature: Int, _ sample: Int) -> Bool {
    precondition(feature >= 0 && feature < features && sample >= 0 && sample < stride * 16)
    return base[feature * stride + sample / 16] >> (sample % 16) & 1 == 1
  }
}

extension Engine {
  /// Draws the mask of `range` and applies it to those rows of `panel`.
  public func drop(
    _ range: Range<Int>, of panel: Panel, _ dropout: Dropout, at place: DropoutPlace,
    mask: DropoutMask
  ) {
    check(range, panel, mask)
    kernels.pointee.dropout_draw(
      range.lowerBound, range.upperBound, mask.base, mask.stride, panel.vectors, place.kernel,
      dropout.threshold)
    applyMask(range, of: panel, dropout, mask: mask)
  }

  /// Applies a mask already drawn: to the gradient, in the backward pass.
  public func applyMask(
    _ range: Range<Int>, of panel: Panel, _ dropout: Dropout, mask: DropoutMask
  ) {
    check(range, panel, mask)
    kernels.pointee.dropout_apply(
      range.lowerBound, range.upperBound, mask.base, mask.stride, panel.base, panel.stride,
      panel.vectors, dropout.scale)
  }

  private func check(_ range: Range<Int>, _ panel: Panel, _ mask: DropoutMask) {
    precondition(range.lowerBound >= 0 && range.upperBound <= min(panel.features, mask.features))
    precondition(panel.vectors <= mask.stride)
    precondition(panel.features / 8 * max(panel.vectors, 1) <= Int(UInt32.max))
  }
}
