public import Sparse

/// SET's removal: of the positive and of the negative weights, each the share nearest to zero.
///
/// ⌊ζ·n₊⌋ of the n₊ positive and ⌊ζ·n₋⌋ of the n₋ negative weights go; exact zeros go first; ties
/// are broken by position, so that the counts are exact. O(nonzeros), by selection.
public struct TwoTailRemoval: RemovalRule {
  /// The share ζ of each tail that goes, 0…1.
  public let zeta: Double

  /// It reads the weights alone.
  public var isLocal: Bool { true }
  /// The share that it is given.
  public var largestShare: Double { zeta }

  /// A removal of the share `zeta` of each tail.
  public init(zeta: Double) { self.zeta = zeta }

  /// The share of each tail, by `SparseMatrix.twoTailRemoval`.
  public func positions(in matrix: SparseMatrix, context: EvolutionContext) -> [Int32] {
    matrix.twoTailRemoval(fraction: zeta, on: context.engine)
  }

  /// The weights, in two tails.
  public func reasons(in matrix: SparseMatrix, context: EvolutionContext) -> RemovalReasons? {
    RemovalReasons(measure: "weight", scores: matrix.values, hasTails: true)
  }
}
