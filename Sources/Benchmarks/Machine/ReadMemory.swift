internal import Sparse

/// Memory to be read: ones, as aligned as panels are.
final class ReadMemory: Sendable {
  private let panel: Panel
  /// The first number.
  nonisolated(unsafe) let base: UnsafePointer<Float>
  /// How many numbers; a multiple of 128.
  let count: Int
  /// The rows of 128 numbers in an order drawn at random, each once.
  let rows: [Int32]

  /// At least 512 bytes, about `bytes`.
  init(bytes: Int) {
    let features = max(1, bytes / 512)
    panel = Panel(features: features, capacity: 128)
    base = UnsafePointer(panel.row(0))
    count = features * 128
    var stream = RandomStream(seed: 1, purpose: .test)
    var order = (0..<features).map { Int32(truncatingIfNeeded: $0) }
    stream.shuffle(&order)
    rows = order
    fill(with: 1)
  }

  /// Writes all numbers anew.
  func fill(with number: Float) { panel.row(0).update(repeating: number, count: count) }
}
