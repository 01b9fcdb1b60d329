internal import Networks
public import Sparse

/// RigL's growth: the empty cells whose weight, 0 as it is, the loss depends on most.
///
/// Those with the largest |∂L/∂w| for the batch at hand, among equals the first by row and column. Just
/// removed cells are empty as well. Cells of no gradient are never among them: where
/// there are too few others, the rest is drawn uniformly. 2 · cells · batch operations, a block of 4 MiB
/// at a time, never all cells at once. Evci et al. 2020, section 3.
public struct LargestGradientGrowth: GrowthRule {
  /// It reads the layer's own gradients, which stay as they are while others evolve.
  public var isLocal: Bool { true }

  /// The rule has no parameters.
  public init() {}

  /// By the gradients of the moment; uniformly where there are none.
  public func cells(
    in matrix: SparseMatrix, afterRemoving positions: [Int32], context: EvolutionContext
  ) -> [Cell] {
    var stream = context.stream(.growth)
    guard let gradients = context.moment?.gradients else {
      return matrix.emptyCells(
        positions.count, afterRemoving: positions, stream: &stream, on: context.engine)
    }
    let engine = context.engine ?? Engine(threads: 1)
    let search = EmptyCellSearch(
      .largest, count: positions.count, in: matrix, afterRemoving: positions)
    let blocks = ProductBlock.blocks(rows: matrix.rows, columns: matrix.columns, cells: 1 << 20)
    for (rows, columns) in blocks {
      let block = ProductBlock(rows: rows, columns: columns)
      block.add(
        inputs: gradients.inputs(ofLayer: context.layer),
        outputs: gradients.sums(ofLayer: context.layer), on: engine)
      search.take(block, on: engine)
    }
    return matrix.emptyCells(
      positions.count, afterRemoving: positions, with: search.cells(), stream: &stream)
  }

  /// The magnitudes of the gradients; the chance to be drawn where there are none.
  public func reasons(
    for chosen: [Cell], in matrix: SparseMatrix, afterRemoving positions: [Int32],
    context: EvolutionContext
  ) -> GrowthReasons? {
    guard let gradients = context.moment?.gradients else {
      return UniformGrowth(forbidRemoved: false).reasons(
        for: chosen, in: matrix, afterRemoving: positions, context: context)
    }
    let all = ProductBlock(rows: 0..<matrix.rows, columns: 0..<matrix.columns)
    all.add(
      inputs: gradients.inputs(ofLayer: context.layer),
      outputs: gradients.sums(ofLayer: context.layer), on: context.engine ?? Engine(threads: 1))
    return GrowthReasons(
      measure: "|gradient|",
      largest: chosen.map { Double(abs(all.product(Int($0.row), Int($0.column)))) })
  }
}
