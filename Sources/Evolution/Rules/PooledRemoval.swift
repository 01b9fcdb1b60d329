public import Sparse

/// The removal that many programs call SET's: of all weights, the share nearest to zero.
///
/// ⌊ζ·n⌋ of the n weights go, whatever their sign; ties are broken by position, so that the count is
/// exact. O(nonzeros), by selection.
public struct PooledRemoval: RemovalRule {
  /// The share ζ that goes, 0…1.
  public let zeta: Double

  /// It reads the weights alone.
  public var isLocal: Bool { true }
  /// The share that it is given.
  public var largestShare: Double { zeta }

  /// A removal of the share `zeta`.
  public init(zeta: Double) { self.zeta = zeta }

  /// The share nearest to zero, by `SparseMatrix.smallestMagnitudes`.
  public func positions(in matrix: SparseMatrix, context: EvolutionContext) -> [Int32] {
    matrix.smallestMagnitudes(
      SparseMatrix.share(zeta, of: matrix.nonzeros), on: context.engine)
  }

  /// The weights' magnitudes.
  public func reasons(in matrix: SparseMatrix, context: EvolutionContext) -> RemovalReasons? {
    RemovalReasons(measure: "|weight|", scores: matrix.values.map(abs), hasTails: false)
  }
}
