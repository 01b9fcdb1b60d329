extension SparseMatrix {
  /// Removes the connections at `positions` and adds `cells` with `values`, in one merge that
  /// keeps the order. Other connections keep weight and velocity; new ones have velocity 0.
  /// O(rows + columns + nonzeros + added).
  /// - Precondition: `positions` ascend strictly and are valid; `cells` ascend strictly, lie in the
  ///   matrix and are empty after the removal; there is a value for each; the result is within
  ///   `limit`.
  public mutating func rewire(removing positions: [Int], adding cells: [Cell], values new: [Float])
  {
    precondition(cells.count == new.count)
    precondition(nonzeros - positions.count + cells.count <= Self.limit)
    var merge = Merge(capacity: nonzeros - positions.count + cells.count, rows: rows)
    var nextRemoved = 0
    var nextAdded = 0
    for row in 0..<rows {
      for position in self.positions(ofRow: row) {
        if nextRemoved < positions.count, positions[nextRemoved] == position {
          nextRemoved += 1
          continue
        }
        let column = columnIndices[position]
        while nextAdded < cells.count, cells[nextAdded].row == row, cells[nextAdded].column < column
        {
          merge.append(cells[nextAdded].column, new[nextAdded], 0)
          nextAdded += 1
        }
        merge.append(column, values[position], velocity[position])
      }
      while nextAdded < cells.count, cells[nextAdded].row == row {
        merge.append(cells[nextAdded].column, new[nextAdded], 0)
        nextAdded += 1
      }
      merge.endRow()
    }
    precondition(nextRemoved == positions.count, "positions to remove are not ascending or valid")
    precondition(nextAdded == cells.count, "cells to add are not ascending or outside")
    self = SparseMatrix(
      trusted: rows, columns, merge.offsets, merge.columns, merge.values, merge.velocity)
    #if DEBUG
      checkInvariants()
    #endif
  }
}

/// The arrays of a matrix as they grow, row by row.
private struct Merge {
  var offsets: [Int] = [0]
  var columns: [Int32] = []
  var values: [Float] = []
  var velocity: [Float] = []

  init(capacity: Int, rows: Int) {
    offsets.reserveCapacity(rows + 1)
    columns.reserveCapacity(capacity)
    values.reserveCapacity(capacity)
    velocity.reserveCapacity(capacity)
  }

  mutating func append(_ column: Int32, _ value: Float, _ speed: Float) {
    columns.append(column)
    values.append(value)
    velocity.append(speed)
  }

  mutating func endRow() { offsets.append(columns.count) }
}
