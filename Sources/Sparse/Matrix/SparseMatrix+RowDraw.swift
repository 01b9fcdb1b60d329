extension SparseMatrix {
  /// `count` distinct cells, drawn by the weight of their row from those that are empty once the
  /// connections at `positions` are removed, in ascending order. With `forbidRemoved` the cells just
  /// removed are left out; only if fewer than `count` others are empty are they drawn from,
  /// uniformly, for the rest. `engine`'s threads share the work; the result does not depend on them.
  /// O(rows · log rows + nonzeros + count · (log rows + log count)).
  /// - Precondition: `positions` ascend and are valid; 0 ≤ `count` ≤ the empty cells after removal;
  ///   the draw has a weight for each row.
  public func emptyCells(
    _ count: Int, afterRemoving positions: [Int32], forbidRemoved: Bool = false, by draw: RowDraw,
    stream: inout RandomStream, on engine: Engine? = nil
  ) -> [Cell] {
    precondition(count >= 0 && UInt64(count) <= emptyCellCount(afterRemoving: positions.count))
    precondition(draw.weights.count == rows)
    let free = forbidRemoved ? [] : positions
    let empty = emptyCellsByRow(afterRemoving: free)
    let drawn = Int(min(UInt64(count), emptyCellCount(afterRemoving: free.count)))
    let counts = draw.counts(drawn, ofRowsWith: empty, stream: &stream)
    // Within a row all cells are alike.
    var ranks: [UInt64] = []
    ranks.reserveCapacity(drawn)
    var before: UInt64 = 0
    for row in 0..<rows {
      if counts[row] > 0 {
        ranks += stream.sortedSample(counts[row], below: empty[row]).map { before + $0 }
      }
      before += empty[row]
    }
    let cells = cells(ofRanks: ranks, skipping: free, on: engine)
    return filledUp(cells, to: count, fromRemoved: positions, stream: &stream)
  }

  /// How many cells of each row are empty once the connections at `positions`, which ascend, are
  /// gone. O(rows + positions).
  private func emptyCellsByRow(afterRemoving positions: [Int32]) -> [UInt64] {
    var next = 0
    return (0..<rows).map { row in
      let connections = self.positions(ofRow: row)
      let first = next
      while next < positions.count, positions[next] < connections.upperBound { next += 1 }
      return UInt64(columns - connections.count + (next - first))
    }
  }
}
