/// Numbers between two margins that hold no numbers: what a kernel reads or writes beyond its array
/// shows in its results or in the margins.
final class Guarded {
  static let margin = 17
  let count: Int
  private let memory: UnsafeMutablePointer<Float>
  /// The first number; aligned to no more than itself.
  var base: UnsafeMutablePointer<Float> { memory + Self.margin }

  /// The numbers.
  var numbers: [Float] { Array(UnsafeBufferPointer(start: base, count: count)) }

  init(_ numbers: [Float]) {
    count = numbers.count
    memory = .allocate(capacity: count + 2 * Self.margin)
    memory.initialize(repeating: .nan, count: count + 2 * Self.margin)
    numbers.withUnsafeBufferPointer { numbers in
      if let first = numbers.baseAddress { base.update(from: first, count: count) }
    }
  }

  /// `count` places without numbers.
  convenience init(count: Int) { self.init([Float](repeating: .nan, count: count)) }

  deinit { memory.deallocate() }
}
