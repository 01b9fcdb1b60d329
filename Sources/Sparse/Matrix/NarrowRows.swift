/// The numbers of a layer for a batch of a few samples, without the padding of a panel: 2, 4 or 8
/// floats a neuron. A large matrix passed by such a batch reads one side's rows in random order; in
/// this form eight times as many of them are in a cache. Lives as long as a pass.
final class NarrowRows: @unchecked Sendable {
  /// Floats a row.
  let width: Int
  let base: UnsafeMutablePointer<Float>

  /// Whether rows are narrow for a batch and a matrix of so many connections.
  static func suit(batch: Int, nonzeros: Int) -> Bool {
    batch <= 8 && nonzeros >= BatchTile.scattered
  }

  /// Rows for a batch of at most 8; what they hold is undefined.
  init(_ count: Int, batch: Int) {
    precondition(batch <= 8)
    width = batch <= 2 ? 2 : batch <= 4 ? 4 : 8
    let bytes = max(1, count) * width * 4
    let memory = LargePages.allocate(byteCount: bytes)
    base = memory.bindMemory(to: Float.self, capacity: max(1, count) * width)
  }

  deinit { base.deallocate() }

  /// Sets every number of some rows to the row's bias, or 0.
  func fill(_ rows: Range<Int>, with bias: [Float]?) {
    for row in rows {
      let value = bias?[row] ?? 0
      for sample in 0..<width { base[row &* width &+ sample] = value }
    }
  }

  /// Takes some rows out of a panel.
  func read(_ rows: Range<Int>, of panel: Panel) {
    for row in rows {
      let from = panel.base + row &* panel.stride
      for sample in 0..<width { base[row &* width &+ sample] = from[sample] }
    }
  }

  /// Puts some rows into a panel; its padding columns become 0.
  func write(_ rows: Range<Int>, to panel: Panel) {
    for row in rows {
      let to = panel.base + row &* panel.stride
      for sample in 0..<width { to[sample] = base[row &* width &+ sample] }
      for sample in width..<16 { to[sample] = 0 }
    }
  }
}
