import Sparse
import Testing

@Suite struct ErdosRenyiTests {
  @Test(arguments: [(0, 5, 0), (5, 0, 0), (10, 20, 0), (10, 20, 37), (10, 20, 199), (10, 20, 200)])
  func hasExactlyThatManyDistinctCells(rows: Int, columns: Int, nonzeros: Int) {
    var stream = RandomStream(seed: 1, purpose: .topology)
    let matrix = SparseMatrix.erdosRenyi(
      rows: rows, columns: columns, nonzeros: nonzeros, stream: &stream)
    matrix.checkInvariants()
    #expect(matrix.nonzeros == nonzeros)
    #expect(matrix.values.allSatisfy { $0 == 0 })
    #expect(Set(matrix.cells()).count == nonzeros)
  }

  /// Over many draws every cell should be a connection equally often.
  @Test func everyCellIsEquallyLikely() {
    var counts: [Cell: Double] = [:]
    var stream = RandomStream(seed: 2, purpose: .topology)
    for _ in 0..<2000 {
      let matrix = SparseMatrix.erdosRenyi(rows: 5, columns: 8, nonzeros: 10, stream: &stream)
      for cell in matrix.cells() { counts[cell, default: 0] += 1 }
    }
    #expect(counts.count == 40)
    // 500 expected with a variance of 375; 39 degrees of freedom, exceeded once in 10,000.
    let chi = counts.values.reduce(0) { $0 + ($1 - 500) * ($1 - 500) / 375 }
    #expect(chi < 82)
  }

  @Test func degreesAreWhatTheCellsSay() {
    var stream = RandomStream(seed: 3, purpose: .topology)
    let matrix = SparseMatrix.erdosRenyi(rows: 30, columns: 20, nonzeros: 90, stream: &stream)
    for row in 0..<30 {
      #expect(matrix.rowDegrees()[row] == matrix.cells().filter { $0.row == row }.count)
    }
    for column in 0..<20 {
      #expect(matrix.columnDegrees()[column] == matrix.cells().filter { $0.column == column }.count)
    }
    #expect(matrix.density == 0.15)
  }
}
