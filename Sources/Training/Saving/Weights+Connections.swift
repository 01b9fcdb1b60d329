internal import Networks
internal import Sparse

extension Weights {
  /// Hands each connection to `body` in row-major order; of a dense matrix, every cell.
  /// O(rows + connections).
  func forEachConnection(_ body: (_ row: Int, _ column: Int, _ weight: Float) throws -> Void)
    rethrows
  {
    switch self {
    case .sparse(let matrix):
      for row in 0..<matrix.rows {
        for position in matrix.positions(ofRow: row) {
          try body(row, Int(matrix.columnIndices[position]), matrix.values[position])
        }
      }
    case .dense(let matrix):
      for row in 0..<matrix.rows {
        for column in 0..<matrix.columns {
          try body(row, column, matrix.values[row * matrix.columns + column])
        }
      }
    }
  }
}
