public import Sparse

/// Chooses the connections of a layer that go.
public protocol RemovalRule: Sendable {
  /// The positions (indices into the matrix's stored values) of the connections to remove,
  /// ascending and distinct.
  func positions(in matrix: SparseMatrix, context: EvolutionContext) -> [Int]
}
