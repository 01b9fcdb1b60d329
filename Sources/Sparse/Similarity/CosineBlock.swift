/// The cosine similarities of a block of cells of a layer:
/// C_pq = |A_p·A_q| / (‖A_p‖‖A_q‖) for input neurons p of `rows` and output neurons q of `columns`,
/// A being their activations over the samples. C is within 0 … 1; it is 0 where a norm is zero, and
/// for a neuron whose squares add up to no normal float, as one with an infinite activation.
///
/// Samples come as `ProductBlock` says, and cost what it says. Pieterse & Mocanu 2019, eq. 2.
public final class CosineBlock: ProductBlock, @unchecked Sendable {
  private let rowSquares: SquareSums
  private let columnSquares: SquareSums

  /// A block before any sample.
  /// - Precondition: `columns` begins at a multiple of 64.
  public override init(rows: Range<Int>, columns: Range<Int>) {
    rowSquares = SquareSums(of: rows)
    columnSquares = SquareSums(of: columns)
    super.init(rows: rows, columns: columns)
  }

  /// Adds samples: their activations in the layer's input neurons (all of them, not only this
  /// block's) and in its output neurons.
  /// - Precondition: as many samples on both sides; a multiple of `stretch` have come before.
  public override func add(inputs: Panel, outputs: Panel, on engine: Engine) {
    super.add(inputs: inputs, outputs: outputs, on: engine)
    rowSquares.add(inputs, on: engine)
    columnSquares.add(outputs, on: engine)
  }

  /// The similarity of an input and an output neuron of the block.
  public subscript(row: Int, column: Int) -> Float {
    similarity(
      product: product(row, column), rowSquares.scale(row - rows.lowerBound),
      columnSquares.scale(column - columns.lowerBound))
  }

  /// The inverse norms of the rows and of the columns.
  override var scales: (rows: [Float], columns: [Float]) {
    (rowSquares.scales, columnSquares.scales)
  }

  /// A cosine is at most 1, whatever rounding makes of it.
  override var limit: Float { 1 }
}
