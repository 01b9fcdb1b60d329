/// One number a neuron, written by kernels: bias gradients and the like. Scratch storage as
/// `Panel` is, under the same rule for threads.
public final class Vector: @unchecked Sendable {
  /// The number of numbers.
  public let count: Int
  let base: UnsafeMutablePointer<Float>

  /// `count` zeros.
  /// - Precondition: `count` ≥ 0.
  public init(count: Int) {
    precondition(count >= 0 && count <= 1 << 40)
    self.count = count
    base = UnsafeMutableRawPointer.allocate(byteCount: max(count * 4, 64), alignment: 64)
      .bindMemory(to: Float.self, capacity: max(count, 16))
    base.initialize(repeating: 0, count: max(count, 16))
  }

  deinit { base.deallocate() }

  /// One number.
  public subscript(index: Int) -> Float {
    get {
      precondition(index >= 0 && index < count)
      return base[index]
    }
    set {
      precondition(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  /// The numbers as an array. O(count).
  public var array: [Float] { Array(UnsafeBufferPointer(start: base, count: count)) }

  /// Sets all numbers to zero.
  public func clear() { base.update(repeating: 0, count: count) }
}
