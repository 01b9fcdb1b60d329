public import Sparse

/// SET's growth: new connections uniformly over the empty cells.
public struct UniformGrowth: GrowthRule {
  /// Whether cells whose connection has just been removed are left out. A layer that has not
  /// enough other empty cells takes the rest from them, so that its nonzeros stay constant.
  public let forbidRemoved: Bool

  /// It reads the topology alone.
  public var isLocal: Bool { true }

  /// Uniform growth, over just-removed cells too unless forbidden.
  public init(forbidRemoved: Bool) { self.forbidRemoved = forbidRemoved }

  /// Drawn from the stream of the epoch and layer.
  public func cells(
    in matrix: SparseMatrix, afterRemoving positions: [Int32], context: EvolutionContext
  ) -> [Cell] {
    var stream = context.stream(.growth)
    return matrix.emptyCells(
      positions.count, afterRemoving: positions, forbidRemoved: forbidRemoved, stream: &stream,
      on: context.engine)
  }

  /// The chance that a cell is among those drawn, the same for all that may be.
  public func reasons(
    for chosen: [Cell], in matrix: SparseMatrix, afterRemoving positions: [Int32],
    context: EvolutionContext
  ) -> GrowthReasons? {
    let count = Double(chosen.count)
    let empty = Double(matrix.emptyCellCount(afterRemoving: forbidRemoved ? 0 : positions.count))
    guard count > empty else {
      return GrowthReasons(
        measure: "probability", scores: chosen.map { _ in empty > 0 ? count / empty : 0 })
    }
    // All other empty cells are chosen, and the rest is drawn from those just removed.
    let removed = Set(matrix.cells(at: positions))
    let again = (count - empty) / Double(max(1, positions.count))
    return GrowthReasons(
      measure: "probability", scores: chosen.map { removed.contains($0) ? again : 1 })
  }
}
