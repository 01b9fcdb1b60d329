/// A sparse matrix's connections by output neuron: for each, its inputs in ascending order and where
/// their weights stand in the master.
public struct OutputIndex: Sendable, Equatable {
  /// Where each output's connections begin; columns + 1 numbers.
  public let offsets: [Int]
  /// The input neuron of each connection.
  public let rows: [Int32]
  /// Each connection's position in the master.
  public let positions: [Int32]

  /// The index of a master, by counting sort; `offsets` are those of its columns.
  /// O(rows + columns + nonzeros).
  init(offsets: [Int], rowOffsets: [Int], columnIndices: [Int32]) {
    let count = columnIndices.count
    var rows: [Int32] = []
    positions = [Int32](unsafeUninitializedCapacity: count) { positions, positionsFilled in
      rows = [Int32](unsafeUninitializedCapacity: count) { rows, rowsFilled in
        Self.spread(offsets, rowOffsets, columnIndices, into: rows, positions)
        rowsFilled = count
      }
      positionsFilled = count
    }
    self.rows = rows
    self.offsets = offsets
  }

  private static func spread(
    _ offsets: [Int], _ rowOffsets: [Int], _ columns: [Int32],
    into rows: UnsafeMutableBufferPointer<Int32>, _ positions: UnsafeMutableBufferPointer<Int32>
  ) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: offsets.count) { next in
      for place in offsets.indices { next[place] = Int32(truncatingIfNeeded: offsets[place]) }
      columns.withUnsafeBufferPointer { columns in
        for row in 0..<rowOffsets.count - 1 {
          for position in rowOffsets[row]..<rowOffsets[row + 1] {
            let column = Int(columns[position])
            let slot = Int(next[column])
            next[column] &+= 1
            rows[slot] = Int32(truncatingIfNeeded: row)
            positions[slot] = Int32(truncatingIfNeeded: position)
          }
        }
      }
    }
  }

  /// Where each output's connections begin, by counting them. O(columns + nonzeros).
  static func offsets(columns: Int, columnIndices: [Int32]) -> [Int] {
    var offsets = [Int](repeating: 0, count: columns + 1)
    offsets.withUnsafeMutableBufferPointer { offsets in
      columnIndices.withUnsafeBufferPointer { indices in
        for column in indices { offsets[Int(column) &+ 1] &+= 1 }
      }
      for column in 0..<columns { offsets[column + 1] += offsets[column] }
    }
    return offsets
  }
}
