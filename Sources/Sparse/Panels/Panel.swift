/// The numbers of a layer for one batch: features × batch, feature-major, so that each feature's
/// batch row is contiguous. Scratch storage, not model state: a reference that kernels write to.
///
/// Rows are 64-byte aligned and `stride` floats apart. Kernels work on whole vectors of 16
/// samples, up to `padded`; the padding columns between `batch` and `padded` are zero after
/// `batch` changes, finite in activations and zero in gradients as the kernels keep them.
///
/// A panel may be used from several threads as long as none writes what another uses.
public final class Panel: @unchecked Sendable {
  /// The number of rows.
  public let features: Int
  /// The largest batch.
  public let capacity: Int
  /// Floats from one row to the next: `capacity` rounded up to whole vectors, and those of more
  /// than one to whole pairs, since processors fetch pairs of lines; one pair more where rows would
  /// be a multiple of 2 kB apart, and so share few places of a cache.
  public let stride: Int
  /// The first row.
  let base: UnsafeMutablePointer<Float>

  /// Columns in use, 0 … `capacity`. Changing it zeroes the new padding columns of every row, so
  /// that nothing stale of a larger batch is read.
  public var batch: Int {
    didSet {
      precondition((0...capacity).contains(batch))
      if batch != oldValue { clearPadding() }
    }
  }

  /// Vectors of 16 samples in use.
  var vectors: Int { (batch + 15) / 16 }

  /// `batch` rounded up to a multiple of 16: the columns that kernels read and write.
  public var padded: Int { vectors * 16 }

  /// A panel of zeros with `batch` = `capacity`. Takes 4 · `features` · `stride` bytes.
  /// - Precondition: neither is negative, and the panel fits the address space.
  public init(features: Int, capacity: Int) {
    precondition(features >= 0 && capacity >= 0 && capacity <= 1 << 40)
    self.features = features
    self.capacity = capacity
    stride = Self.stride(capacity: capacity)
    batch = capacity
    let (bytes, overflow) = features.multipliedReportingOverflow(by: stride * 4)
    precondition(!overflow)
    base = Self.zeros(count: max(bytes / 4, 16))
  }

  deinit { base.deallocate() }

  /// One number.
  public subscript(feature: Int, sample: Int) -> Float {
    get {
      precondition(sample >= 0 && sample < capacity)
      return row(feature)[sample]
    }
    set {
      precondition(sample >= 0 && sample < capacity)
      row(feature)[sample] = newValue
    }
  }

  /// The row of a feature: `stride` floats.
  public func row(_ feature: Int) -> UnsafeMutablePointer<Float> {
    precondition(feature >= 0 && feature < features)
    return base + feature * stride
  }

  /// Sets all numbers to zero, padding included. O(features · stride).
  public func clear() { base.update(repeating: 0, count: features * stride) }

  /// Floats from one row to the next in a panel of that capacity, at most 2⁴⁰.
  public static func stride(capacity: Int) -> Int {
    guard capacity > 16 else { return 16 }
    let pairs = (capacity + 31) / 32 * 32
    return pairs % 512 == 0 ? pairs + 32 : pairs
  }

  /// Aligned zeros, on large pages where there are many: the rows of a wide layer are read in random
  /// order.
  private static func zeros(count: Int) -> UnsafeMutablePointer<Float> {
    let memory = LargePages.allocate(byteCount: count * 4)
    let base = memory.bindMemory(to: Float.self, capacity: count)
    base.initialize(repeating: 0, count: count)
    return base
  }

  private func clearPadding() {
    for feature in 0..<features where padded > batch {
      (base + feature * stride + batch).update(repeating: 0, count: padded - batch)
    }
  }
}
