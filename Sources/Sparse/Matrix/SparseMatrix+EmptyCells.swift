extension SparseMatrix {
  /// How many cells are empty once `removed` connections are gone.
  public func emptyCellCount(afterRemoving removed: Int = 0) -> UInt64 {
    UInt64(rows) * UInt64(columns) - UInt64(nonzeros - removed)
  }

  /// `count` distinct cells, uniform over those that are empty once the connections at
  /// `positions` are removed, in ascending order. With `forbidRemoved` the cells just removed are
  /// left out; only if fewer than `count` others are empty are they drawn from for the rest.
  /// `engine`'s threads share the work; the result does not depend on them.
  /// O(rows + nonzeros + count · log count).
  /// - Precondition: `positions` ascend and are valid; 0 ≤ `count` ≤ the empty cells after removal.
  public func emptyCells(
    _ count: Int, afterRemoving positions: [Int32], forbidRemoved: Bool = false,
    stream: inout RandomStream, on engine: Engine? = nil
  ) -> [Cell] {
    precondition(count >= 0 && UInt64(count) <= emptyCellCount(afterRemoving: positions.count))
    guard forbidRemoved else {
      let ranks = stream.sortedSample(count, below: emptyCellCount(afterRemoving: positions.count))
      return cells(ofRanks: ranks, skipping: positions, on: engine)
    }
    let empty = emptyCellCount()
    let others = Int(min(UInt64(count), empty))
    let cells = cells(
      ofRanks: stream.sortedSample(others, below: empty), skipping: [], on: engine)
    return filledUp(cells, to: count, fromRemoved: positions, stream: &stream)
  }

  /// `cells` and, where they are fewer than `count`, as many more, uniform over those just removed;
  /// ascending.
  func filledUp(
    _ cells: [Cell], to count: Int, fromRemoved positions: [Int32], stream: inout RandomStream
  ) -> [Cell] {
    guard cells.count < count else { return cells }
    let again = stream.sortedSample(count - cells.count, below: UInt64(positions.count))
    return (cells + self.cells(at: again.map { positions[Int($0)] })).sorted()
  }

  /// The cells of connections at ascending positions. O(rows + positions).
  public func cells(at positions: [Int32]) -> [Cell] {
    var row = 0
    return positions.map { position in
      while rowOffsets[row + 1] <= position { row += 1 }
      return Cell(row: Int32(truncatingIfNeeded: row), column: columnIndices[Int(position)])
    }
  }

  /// The empty cells of the given ranks, where the connections at the positions `free` count as
  /// empty. Both ascend. Rows in chunks, each on its own: what is empty before a row follows from
  /// its offset.
  func cells(
    ofRanks ranks: [UInt64], skipping free: [Int32], on engine: Engine?
  ) -> [Cell] {
    // About 2¹⁶ connections a chunk, whatever the number of threads.
    let chunks = min(max(rows, 1), nonzeros >> 16 + 1)
    return [Cell](unsafeUninitializedCapacity: ranks.count) { cells, filled in
      ranks.withUnsafeBufferPointer { ranks in
        free.withUnsafeBufferPointer { free in
          withMaster { master in
            let walk = EmptyCellWalk(
              master: master, width: UInt64(columns), ranks: ranks, free: free, cells: cells)
            let body = { (chunk: Int) in
              walk.run(rows * chunk / chunks..<rows * (chunk + 1) / chunks)
            }
            if let engine { engine.pool.run(chunks, body) } else { (0..<chunks).forEach(body) }
          }
        }
      }
      filled = ranks.count
    }
  }
}
