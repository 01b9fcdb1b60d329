public import Catalogue
public import Sparse

/// `sigmoid`: the logistic function.
public struct Sigmoid: Activation {
  /// What the catalogue says of it.
  public static let about = About(
    name: "sigmoid", category: .activation,
    summary: "the logistic function, between 0 and 1",
    formula: "1 / (1 + exp(−z))",
    examples: [Example("network in-300-100-out activation=sigmoid init=xavier")])

  /// Takes no arguments.
  public init(_ arguments: Arguments) {}

  /// Computes the rows `range` of `outputs`.
  public func forward(
    _ range: Range<Int>, of sums: Panel, into outputs: Panel, on engine: Engine
  ) {
    engine.sigmoid(range, of: sums, into: outputs)
  }

  /// Computes the rows `range` of the gradient by the sums.
  public func backward(
    _ range: Range<Int>, of sums: Panel, gradient: Panel, biasGradient: Vector,
    gradients: any ActivationGradients, on engine: Engine
  ) {
    engine.sigmoidBackward(range, of: sums, gradient: gradient, biasGradient: biasGradient)
  }
}
