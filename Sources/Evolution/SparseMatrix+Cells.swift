internal import Sparse

extension SparseMatrix {
  /// The cells of connections at ascending positions. O(rows + positions).
  func cells(at positions: [Int]) -> [Cell] {
    var row = 0
    return positions.map { position in
      while rowOffsets[row + 1] <= position { row += 1 }
      return Cell(row: Int32(row), column: columnIndices[position])
    }
  }

  /// The positions of ascending cells, all of which have a connection. O(cells · log nonzeros).
  func positions(of cells: [Cell]) -> [Int] {
    cells.map { cell in
      var low = rowOffsets[Int(cell.row)]
      var high = rowOffsets[Int(cell.row) + 1]
      while low < high {
        let middle = (low + high) / 2
        if columnIndices[middle] < cell.column { low = middle + 1 } else { high = middle }
      }
      precondition(low < columnIndices.count && columnIndices[low] == cell.column)
      return low
    }
  }
}
