public import Networks
public import Sparse

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// LiSET's growth: new connections where the inputs are that a skip layer makes most of.
///
/// An input's weight is w̃ = σ(w/max(w) + γ), w = ‖Ŵ_j‖₁ over the classes; empty cells are drawn without
/// replacement in proportion to the weight of their input. Radu 2021, Algorithm 1 and Eq. 2.
/// O(inputs · (classes + log inputs) + nonzeros + count · log).
public struct SkipGrowth: GrowthRule {
  /// How γ enters the weight of an input.
  public enum Form: String, Sendable, CaseIterable {
    /// σ(w/max(w) + γ), as in the paper.
    case additive
    /// σ(γ · w/max(w)), as in the public code.
    case multiplicative
  }

  /// How weights become connections.
  public enum Sampling: String, Sendable, CaseIterable {
    /// In proportion, as in the paper.
    case proportional
    /// The largest products with a uniform number, as in the public code.
    case ranked
  }

  /// How much the inputs' weights are drawn together: the larger, the more alike.
  public let gamma: Double
  /// How γ enters.
  public let form: Form
  /// How weights become connections.
  public let sampling: Sampling
  /// Whether cells whose connection has just been removed are left out, as `UniformGrowth` does.
  public let forbidRemoved: Bool
  /// The skip layers that training carries for this rule.
  public let skips: SkipPlan?

  /// It reads the layer's own skip layer, which stays as it is while others evolve.
  public var isLocal: Bool { true }

  /// Growth by skip layers of a plan.
  public init(
    gamma: Double, form: Form, sampling: Sampling, forbidRemoved: Bool, skips: SkipPlan
  ) {
    self.gamma = gamma
    self.form = form
    self.sampling = sampling
    self.forbidRemoved = forbidRemoved
    self.skips = skips
  }

  /// By the layer's skip layer; uniformly where there is none. With `fidelity=code` form and sampling
  /// are those of the public code, whatever is asked.
  public func cells(
    in matrix: SparseMatrix, afterRemoving positions: [Int32], context: EvolutionContext
  ) -> [Cell] {
    var stream = context.stream(.growth)
    guard let skip = context.moment?.skips?[ofLayer: context.layer] else {
      return matrix.emptyCells(
        positions.count, afterRemoving: positions, forbidRemoved: forbidRemoved, stream: &stream,
        on: context.engine)
    }
    let (form, sampling) = ways(by: context.fidelity)
    let weights = Self.weights(of: skip.strengths, gamma: gamma, form: form)
    return matrix.emptyCells(
      positions.count, afterRemoving: positions, forbidRemoved: forbidRemoved,
      by: RowDraw(sampling == .ranked ? .ranked : .proportional, weights: weights),
      stream: &stream, on: context.engine)
  }

  /// What is asked for, or what the public code does.
  private func ways(by fidelity: Fidelity) -> (form: Form, sampling: Sampling) {
    fidelity == .code ? (.multiplicative, .ranked) : (form, sampling)
  }

  /// The weights w̃ of inputs of such strengths, up to a factor common to all, by which the largest is
  /// 1: only their ratios matter, and they keep these for every γ. A strength that is no number
  /// counts as 0. O(inputs).
  public static func weights(of strengths: [Double], gamma: Double, form: Form) -> [Double] {
    let strengths = strengths.map { $0.isFinite ? $0 : 0 }
    let largest = strengths.max() ?? 0
    let logs = strengths.map { strength in
      let share = largest > 0 ? strength / largest : 0
      return logSigmoid(form == .additive ? share + gamma : share * gamma)
    }
    let highest = logs.max() ?? 0
    return logs.map { exp($0 - highest) }
  }

  /// The chance of a cell in a first draw, in proportion to the weight of its input; with `ranked` that
  /// weight; the chance to be drawn uniformly where there is no skip layer.
  public func reasons(
    for chosen: [Cell], in matrix: SparseMatrix, afterRemoving positions: [Int32],
    context: EvolutionContext
  ) -> GrowthReasons? {
    guard let skip = context.moment?.skips?[ofLayer: context.layer] else {
      return UniformGrowth(forbidRemoved: forbidRemoved).reasons(
        for: chosen, in: matrix, afterRemoving: positions, context: context)
    }
    let (form, sampling) = ways(by: context.fidelity)
    let weights = Self.weights(of: skip.strengths, gamma: gamma, form: form)
    guard sampling == .proportional else {
      return GrowthReasons(
        measure: "weight of the input", largest: chosen.map { weights[Int($0.row)] })
    }
    var empty = matrix.rowDegrees().map { matrix.columns - $0 }
    if !forbidRemoved {
      for cell in matrix.cells(at: positions) { empty[Int(cell.row)] += 1 }
    }
    let total = zip(weights, empty).reduce(0) { $0 + $1.0 * Double($1.1) }
    return GrowthReasons(
      measure: "probability",
      scores: chosen.map { total > 0 ? weights[Int($0.row)] / total : 0 })
  }

  /// ln σ(x), exact to rounding for every x.
  private static func logSigmoid(_ x: Double) -> Double {
    min(x, 0) - log1p(exp(-abs(x)))
  }
}
