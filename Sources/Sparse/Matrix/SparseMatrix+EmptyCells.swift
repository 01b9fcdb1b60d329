extension SparseMatrix {
  /// How many cells are empty once `removed` connections are gone.
  public func emptyCellCount(afterRemoving removed: Int = 0) -> UInt64 {
    UInt64(rows) * UInt64(columns) - UInt64(nonzeros - removed)
  }

  /// `count` distinct cells, uniform over those that are empty once the connections at
  /// `positions` are removed, in ascending order. With `forbidRemoved` the cells just removed are
  /// left out; only if fewer than `count` others are empty are they drawn from for the rest.
  /// O(nonzeros + count · log count).
  /// - Precondition: `positions` ascend and are valid; 0 ≤ `count` ≤ the empty cells after removal.
  public func emptyCells(
    _ count: Int, afterRemoving positions: [Int], forbidRemoved: Bool = false,
    stream: inout RandomStream
  ) -> [Cell] {
    precondition(count >= 0 && UInt64(count) <= emptyCellCount(afterRemoving: positions.count))
    guard forbidRemoved else {
      let ranks = stream.sortedSample(count, below: emptyCellCount(afterRemoving: positions.count))
      return cells(ofRanks: ranks, skipping: positions)
    }
    let empty = emptyCellCount()
    let others = Int(min(UInt64(count), empty))
    let cells = cells(ofRanks: stream.sortedSample(others, below: empty), skipping: [])
    guard others < count else { return cells }
    let again = stream.sortedSample(count - others, below: UInt64(positions.count))
    let all = self.cells()
    return (cells + again.map { all[positions[Int($0)]] }).sorted()
  }

  /// The empty cells of the given ranks, where the connections at the positions `free` count as
  /// empty. Both ascend. One walk along the connections: the rank of an empty cell is its place in
  /// the whole matrix less the connections before it.
  private func cells(ofRanks ranks: [UInt64], skipping free: [Int]) -> [Cell] {
    let width = UInt64(max(columns, 1))
    return withMaster { master in
      var (row, position, nextFree) = (0, 0, 0)
      var before: UInt64 = 0
      return ranks.map { rank in
        while position < master.columns.count {
          if nextFree < free.count, free[nextFree] == position {
            nextFree += 1
            position += 1
            continue
          }
          while master.offsets[row + 1] <= position { row += 1 }
          let place = UInt64(row) * width + UInt64(master.columns[position])
          guard place <= rank + before else { break }
          before += 1
          position += 1
        }
        let (cellRow, cellColumn) = (rank + before).quotientAndRemainder(dividingBy: width)
        return Cell(row: Int32(cellRow), column: Int32(cellColumn))
      }
    }
  }
}
