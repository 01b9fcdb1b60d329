public import Sparse

/// Chooses the cells of a layer that get a new connection.
public protocol GrowthRule: Sendable {
  /// Whether the rule reads nothing but the layer's own matrix, the epoch, the layer and the seed;
  /// see `RemovalRule.isLocal`.
  var isLocal: Bool { get }

  /// As many cells as are removed, ascending and distinct, all empty once `positions` are gone.
  ///
  /// - Parameters:
  ///   - matrix: the layer before anything is removed.
  ///   - positions: what goes, ascending.
  ///   - context: where and when.
  func cells(
    in matrix: SparseMatrix, afterRemoving positions: [Int32], context: EvolutionContext
  ) -> [Cell]
}
