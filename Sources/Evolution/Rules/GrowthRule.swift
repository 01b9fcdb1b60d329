public import Sparse

/// Chooses the cells of a layer that get a new connection.
public protocol GrowthRule: Sendable {
  /// As many cells as are removed, ascending and distinct, all empty once `positions` are gone.
  ///
  /// - Parameters:
  ///   - matrix: the layer before anything is removed.
  ///   - positions: what goes, ascending.
  ///   - context: where and when.
  func cells(
    in matrix: SparseMatrix, afterRemoving positions: [Int], context: EvolutionContext
  ) -> [Cell]
}
