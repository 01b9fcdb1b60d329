public import Networks
public import Sparse

/// Chooses the cells of a layer that get a new connection.
public protocol GrowthRule: Sendable {
  /// Whether the rule reads nothing of the network but the layer's own matrix; see `RemovalRule.isLocal`.
  var isLocal: Bool { get }

  /// Whose similarities the rule asks `context.similarities` for; none unless it says so. A rule
  /// that asks for any is not local.
  var similarities: SimilarityScope { get }

  /// The skip layers that training has to carry for the rule, which finds them in the context's
  /// moment; nil for none.
  var skips: SkipPlan? { get }

  /// As many cells as are removed, ascending and distinct, all empty once `positions` are gone.
  ///
  /// - Parameters:
  ///   - matrix: the layer before anything is removed.
  ///   - positions: what goes, ascending.
  ///   - context: where and when.
  func cells(
    in matrix: SparseMatrix, afterRemoving positions: [Int32], context: EvolutionContext
  ) -> [Cell]

  /// What the rule went by when it chose `chosen`, for `Policy.explain`; nil, unless the rule says it.
  /// Training does not ask. The other parameters are those of `cells`.
  func reasons(
    for chosen: [Cell], in matrix: SparseMatrix, afterRemoving positions: [Int32],
    context: EvolutionContext
  ) -> GrowthReasons?
}

extension GrowthRule {
  /// It does not say.
  public func reasons(
    for chosen: [Cell], in matrix: SparseMatrix, afterRemoving positions: [Int32],
    context: EvolutionContext
  ) -> GrowthReasons? { nil }

  /// None.
  public var similarities: SimilarityScope { .none }

  /// None, unless the rule says otherwise.
  public var skips: SkipPlan? { nil }
}
