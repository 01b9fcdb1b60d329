public import Catalogue
public import Sparse

/// How a gradient changes the weights: the value of `optimizer=`.
public protocol Optimizer: Buildable {
  /// The step of one batch, given the rate, momentum and decay of the statement; what the
  /// optimizer's own arguments say goes first.
  func step(rate: Double, momentum: Double, decay: Double) -> MomentumStep
}

/// The registered optimizers.
public enum Optimizers {
  /// All of them, as help lists them.
  public static let all: [any Optimizer.Type] = [StochasticGradientDescent.self]

  /// The optimizer that a checked call names; absent arguments take their defaults.
  /// - Precondition: the name is registered.
  public static func make(_ call: Call) throws -> any Optimizer {
    try build(call, among: all, as: { $0.about }) { try $0.init($1) }
  }
}
