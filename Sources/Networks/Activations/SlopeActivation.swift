public import Sparse

/// An activation that is the identity above zero and a line of one slope below.
public protocol SlopeActivation: Activation {
  /// The slope of the negative side.
  var slope: Float { get }
}

extension SlopeActivation {
  /// Computes the rows `range` of `outputs`.
  public func forward(
    _ range: Range<Int>, of sums: Panel, into outputs: Panel, on engine: Engine
  ) {
    engine.slope(range, of: sums, into: outputs, slope: slope)
  }

  /// Computes the rows `range` of the gradient by the sums.
  public func backward(
    _ range: Range<Int>, of sums: Panel, gradient: Panel, biasGradient: Vector,
    gradients: any ActivationGradients, on engine: Engine
  ) {
    engine.slopeBackward(
      range, of: sums, gradient: gradient, slope: slope, biasGradient: biasGradient)
  }
}
