public import Sparse

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// RigL's removal: of all weights the share nearest to zero, by a share that falls with a cosine.
///
/// ⌊f·n⌋ of the n connections go, f = (α/2)(1 + cos(πt/T)) at step t of a schedule that ends at step T;
/// ties are broken by position. O(nonzeros), by selection. Evci et al. 2020, section 3.
public struct AnnealedRemoval: RemovalRule {
  /// The share α that goes at first, 0…1.
  public let alpha: Double
  /// The share of all steps at which none goes any more: T / steps.
  public let until: Double

  /// It reads the weights alone.
  public var isLocal: Bool { true }
  /// The share that it is given.
  public var largestShare: Double { alpha }

  /// A removal of the share `alpha` at first, and of none at the share `until` of training.
  public init(alpha: Double, until: Double) {
    self.alpha = alpha
    self.until = until
  }

  /// The share that goes at a step, counted from 1, of so many.
  public func share(step: Int, of steps: Int) -> Double {
    let end = until * Double(steps)
    guard end > 0 else { return alpha }
    return alpha / 2 * (1 + cos(.pi * min(1, Double(step) / end)))
  }

  /// The share of the step at hand; α where there is none.
  public func positions(in matrix: SparseMatrix, context: EvolutionContext) -> [Int32] {
    let share =
      context.moment.flatMap { moment in
        moment.step.map { self.share(step: $0, of: moment.steps) }
      } ?? alpha
    return PooledRemoval(zeta: share).positions(in: matrix, context: context)
  }

  /// The weights' magnitudes.
  public func reasons(in matrix: SparseMatrix, context: EvolutionContext) -> RemovalReasons? {
    PooledRemoval(zeta: alpha).reasons(in: matrix, context: context)
  }
}
