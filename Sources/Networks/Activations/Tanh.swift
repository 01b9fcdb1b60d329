public import Catalogue
public import Sparse

/// `tanh`: the hyperbolic tangent.
public struct Tanh: Activation {
  /// What the catalogue says of it.
  public static let about = About(
    name: "tanh", category: .activation,
    summary: "the hyperbolic tangent, between −1 and 1",
    formula: "tanh z",
    examples: [Example("network in-300-100-out activation=tanh init=xavier")])

  /// Takes no arguments.
  public init(_ arguments: Arguments) {}

  /// Computes the rows `range` of `outputs`.
  public func forward(
    _ range: Range<Int>, of sums: Panel, into outputs: Panel, on engine: Engine
  ) {
    engine.tanh(range, of: sums, into: outputs)
  }

  /// Computes the rows `range` of the gradient by the sums.
  public func backward(
    _ range: Range<Int>, of sums: Panel, gradient: Panel, biasGradient: Vector,
    gradients: any ActivationGradients, on engine: Engine
  ) {
    engine.tanhBackward(range, of: sums, gradient: gradient, biasGradient: biasGradient)
  }
}
