/// The scores of a block of cells: each is the magnitude of its product times a factor of its row and one
/// of its column. Exact, or upper bounds that say how far below the true scores may lie.
struct CellScores {
  /// The input neurons.
  let rows: Range<Int>
  /// The output neurons.
  let columns: Range<Int>
  /// A row of products for each input neuron.
  let products: Panel
  /// The factors.
  let scales: (rows: [Float], columns: [Float])
  /// The largest score there can be.
  let limit: Float
  /// Each row's and each column's part of the bounds' margins; nil for exact scores.
  let errors: (rows: [Float], columns: [Float])?

  /// The score of a cell, or its upper bound; `row` and `column` count within the block.
  @inline(__always)
  func score(_ row: Int, _ column: Int) -> Float {
    similarity(
      product: products.row(row)[column], scales.rows[row], scales.columns[column], limit: limit)
  }

  /// A lower bound of the score, 0 where it may be none.
  /// - Precondition: the scores are bounds.
  func least(_ row: Int, _ column: Int) -> Float {
    guard let errors else { preconditionFailure("exact scores have no bounds") }
    let upper = products.row(row)[column].magnitude * scales.rows[row] * scales.columns[column]
    let margin = CosineBracket.margin(errors.rows[row], errors.columns[column])
    let lower = upper - 2 * margin
    // Of norms at the end of the range the bound may be infinite, which says nothing.
    guard upper < .infinity else { return 0 }
    return lower >= .leastNormalMagnitude ? min(lower, limit) : 0
  }
}
