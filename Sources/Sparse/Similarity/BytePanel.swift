internal import CKernels

/// A stretch of a panel rounded to bytes: each neuron's numbers x_s ≈ scale · q_s with a scale of its
/// own and whole numbers |q| ≤ 127, and how far off that is. What `CosineBracket` multiplies.
///
/// 2 bytes a neuron and sample, once for each side of a layer that a neuron may be on. Scratch storage
/// as `Panel` is.
public final class BytePanel: @unchecked Sendable {
  /// The number of neurons.
  public let features: Int
  /// The number of samples rounded last.
  public private(set) var batch = 0

  /// Row by row, `stride` bytes apart, for the inputs of a layer.
  let bytes: UnsafeMutablePointer<Int8>
  /// Sixteen neurons together, for its outputs; see the kernel.
  let quads: UnsafeMutablePointer<UInt8>
  /// A row's samples and a line more, or all rows would meet in the same places of a cache.
  let stride = Int(KERNEL_STRETCH) + 64
  /// The samples of `quads`: those there are, in whole vectors.
  var padded: Int { (batch + 15) / 16 * 16 }
  let sums: UnsafeMutablePointer<Int32>
  let scales: Vector
  /// The squares of the last samples, added up a neuron.
  let squares: Vector
  /// The squares of what rounding left of them.
  let errors: Vector

  /// Room for a stretch of samples of `features` neurons.
  /// - Precondition: `features` ≥ 0, and the bytes can be counted.
  public init(features: Int) {
    precondition(features >= 0 && features <= 1 << 40)
    self.features = features
    let padded = (features + 15) / 16 * 16
    bytes = Self.room(features * stride)
    quads = Self.room(padded * Int(KERNEL_STRETCH))
    sums = Self.room(features)
    scales = Vector(count: features)
    squares = Vector(count: features)
    errors = Vector(count: features)
  }

  deinit {
    bytes.deallocate()
    quads.deallocate()
    sums.deallocate()
  }

  /// Rounds the samples of a panel. O(features · samples), divided among the threads.
  /// - Precondition: the panel has as many features, and at most `ProductBlock.stretch` samples.
  public func round(_ panel: Panel, on engine: Engine) {
    precondition(panel.features == features && panel.batch <= Int(KERNEL_STRETCH))
    batch = panel.batch
    squares.clear()
    errors.clear()
    engine.runEvenly(features, weight: 5 * panel.vectors) { neurons in
      // A few neurons at a time, which stay in a cache from one kernel to the other.
      BatchTile.forEachBlock(of: neurons, length: 8) { rows in
        engine.kernels.pointee.row_squares(
          rows.lowerBound, rows.upperBound, panel.base, panel.stride, batch, squares.base)
        engine.kernels.pointee.quantize_rows(
          rows.lowerBound, rows.upperBound, panel.base, panel.stride, batch, bytes, stride, quads,
          scales.base, sums, errors.base)
      }
    }
  }

  /// Zeros for the kernels.
  private static func room<Number: BinaryInteger>(_ count: Int) -> UnsafeMutablePointer<Number> {
    let bytes = max(count * MemoryLayout<Number>.stride, 64)
    let room = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
      .bindMemory(to: Number.self, capacity: max(count, 1))
    room.initialize(repeating: 0, count: max(count, 1))
    return room
  }
}
