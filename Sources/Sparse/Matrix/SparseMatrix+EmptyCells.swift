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
    guard others < count else { return cells }
    let again = stream.sortedSample(count - others, below: UInt64(positions.count))
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

/// Finds the empty cells of given ranks, row by row.
private struct EmptyCellWalk {
  let master: SparseMatrix.Master
  let width: UInt64
  let ranks: UnsafeBufferPointer<UInt64>
  /// Positions of connections that count as empty.
  let free: UnsafeBufferPointer<Int32>
  let cells: UnsafeMutableBufferPointer<Cell>

  /// Those in a range of rows.
  func run(_ rows: Range<Int>) {
    guard !rows.isEmpty else { return }
    let first = master.offsets[rows.lowerBound]
    var nextFree = free.indices.firstPlace { free[$0] >= first }
    // The empty cells before the row at hand.
    var empty = UInt64(rows.lowerBound) * width - UInt64(first - nextFree)
    var next = ranks.indices.firstPlace { ranks[$0] >= empty }
    for row in rows {
      guard next < ranks.count else { return }
      var position = master.offsets[row]
      let end = master.offsets[row + 1]
      let firstFree = nextFree
      while nextFree < free.count, free[nextFree] < end { nextFree &+= 1 }
      let emptyHere = width - UInt64(end - position - (nextFree - firstFree))
      var freeHere = firstFree
      // The column of a rank is its place among the row's empty cells, moved on by the connections
      // before it.
      var shift: UInt64 = 0
      while next < ranks.count, ranks[next] &- empty < emptyHere {
        let place = ranks[next] &- empty
        while position < end {
          if freeHere < nextFree, free[freeHere] == position {
            freeHere &+= 1
          } else if UInt64(truncatingIfNeeded: master.columns[position]) <= place &+ shift {
            shift &+= 1
          } else {
            break
          }
          position &+= 1
        }
        cells[next] = Cell(
          row: Int32(truncatingIfNeeded: row),
          column: Int32(truncatingIfNeeded: place &+ shift))
        next &+= 1
      }
      empty += emptyHere
    }
  }
}
