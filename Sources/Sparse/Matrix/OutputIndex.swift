/// A sparse matrix's connections by output neuron: for each, its inputs in ascending order and where
/// their weights stand in the master.
public struct OutputIndex: Sendable, Equatable {
  /// Where each output's connections begin; columns + 1 numbers.
  public let offsets: [Int]
  /// The input neuron of each connection.
  public let rows: [Int32]
  /// Each connection's position in the master.
  public let positions: [Int32]

  /// The index of a master, by counting sort. O(rows + columns + nonzeros).
  init(columns: Int, rowOffsets: [Int], columnIndices: [Int32]) {
    var offsets = [Int](repeating: 0, count: columns + 1)
    for column in columnIndices { offsets[Int(column) + 1] += 1 }
    for column in 0..<columns { offsets[column + 1] += offsets[column] }
    let count = columnIndices.count
    var next = offsets
    var positions = [Int32](repeating: 0, count: count)
    rows = [Int32](unsafeUninitializedCapacity: count) { rows, filled in
      for row in 0..<(rowOffsets.count - 1) {
        for position in rowOffsets[row]..<rowOffsets[row + 1] {
          let slot = next[Int(columnIndices[position])]
          next[Int(columnIndices[position])] = slot + 1
          rows.initializeElement(at: slot, to: Int32(truncatingIfNeeded: row))
          positions[slot] = Int32(truncatingIfNeeded: position)
        }
      }
      filled = count
    }
    self.offsets = offsets
    self.positions = positions
  }
}
