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
}
