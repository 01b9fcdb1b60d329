public import Sparse

/// CoRSET's removal: of M = W ∘ C, weight times similarity of the neurons it connects, the share of
/// each tail nearest to zero.
///
/// As `TwoTailRemoval`, with m for w: ⌊ζ·n₊⌋ of the positive and ⌊ζ·n₋⌋ of the negative m go; exact
/// zeros go first, such as connections of neurons that are never active; ties are broken by
/// position. O(nonzeros · samples). Pieterse & Mocanu 2019, Algorithm 3, which says "smallest value
/// of M": read to the letter, it would drop strong negative connections.
public struct WeightedSimilarityRemoval: RemovalRule {
  /// The share ζ of each tail that goes, 0…1.
  public let zeta: Double

  /// It reads activations.
  public var isLocal: Bool { false }
  /// The share that it is given.
  public var largestShare: Double { zeta }
  /// It asks for those of connections alone.
  public var similarities: SimilarityScope { .connections }

  /// A removal of the share `zeta` of each tail.
  public init(zeta: Double) { self.zeta = zeta }

  /// The share of each tail of the scores.
  public func positions(in matrix: SparseMatrix, context: EvolutionContext) -> [Int32] {
    matrix.twoTailRemoval(
      fraction: zeta, scores: scores(in: matrix, context: context), on: context.engine)
  }

  /// M, a number for each connection.
  public func scores(in matrix: SparseMatrix, context: EvolutionContext) -> [Float] {
    zip(matrix.values, context.similarities.ofConnections).map { $0 * $1 }
  }

  /// M, in two tails.
  public func reasons(in matrix: SparseMatrix, context: EvolutionContext) -> RemovalReasons? {
    RemovalReasons(
      measure: "weight × C", scores: scores(in: matrix, context: context), hasTails: true)
  }
}
