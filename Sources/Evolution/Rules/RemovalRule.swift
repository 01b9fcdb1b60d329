public import Sparse

/// Chooses the connections of a layer that go.
public protocol RemovalRule: Sendable {
  /// Whether the rule reads nothing of the network but the layer's own matrix.
  /// Where all rules of a policy are local, layers evolve one by one or side by side, and none is in
  /// memory twice.
  var isLocal: Bool { get }

  /// The largest share of a layer's connections that may go at once, 0…1; those of weight zero, which
  /// go besides by some rules, not counted.
  var largestShare: Double { get }

  /// Whose similarities the rule asks `context.similarities` for; none unless it says so. A rule
  /// that asks for any is not local.
  var similarities: SimilarityScope { get }

  /// The positions (indices into the matrix's stored values) of the connections to remove,
  /// ascending and distinct.
  func positions(in matrix: SparseMatrix, context: EvolutionContext) -> [Int32]

  /// What the rule goes by, for `Policy.explain`; nil, unless the rule says it. Training does not ask.
  func reasons(in matrix: SparseMatrix, context: EvolutionContext) -> RemovalReasons?
}

extension RemovalRule {
  /// It does not say.
  public func reasons(in matrix: SparseMatrix, context: EvolutionContext) -> RemovalReasons? { nil }

  /// All, unless the rule says otherwise.
  public var largestShare: Double { 1 }

  /// None.
  public var similarities: SimilarityScope { .none }
}
