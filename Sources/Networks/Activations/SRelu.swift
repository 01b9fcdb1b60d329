public import Catalogue
public import Sparse

/// `srelu`: the S-shaped rectifier, with four trained parameters a neuron.
public struct SRelu: Activation {
  /// What the catalogue says of it.
  public static let about = About(
    name: "srelu", category: .activation,
    summary: "the sum itself between two trained thresholds, trained slopes outside",
    details: """
      Each neuron has four parameters of its own, trained by the same optimizer as the weights, \
      without decay. They start at t_left = 0, a_left uniform on 0…1, t_right uniform on 0…5 and \
      a_right = 1; the right threshold is t_left + |t_right|.
      """,
    formula: """
      t_left + a_left(z − t_left) below t_left; r + a_right(z − r) above r = t_left + |t_right|; \
      z between
      """,
    paper: "Jin et al., AAAI 2016; used by Mocanu et al., 2018",
    examples: [Example("network in-1000*3-out activation=srelu", "the setting of CosineSET")])

  /// The parameters t_left, a_left, t_right and a_right, in this order; empty before `prepare`.
  public var trained: [TrainedVector] = []

  /// Takes no arguments.
  public init(_ arguments: Arguments) {}

  /// Draws a_left of all neurons, then t_right.
  public mutating func prepare(neurons: Int, layer: Int, stream: inout RandomStream) {
    let aLeft = (0..<neurons).map { _ in stream.uniform() }
    let tRight = (0..<neurons).map { _ in stream.uniform(0, 5) }
    trained = [
      TrainedVector("t_left", [Float](repeating: 0, count: neurons)),
      TrainedVector("a_left", aLeft),
      TrainedVector("t_right", tRight),
      TrainedVector("a_right", [Float](repeating: 1, count: neurons)),
    ]
  }

  /// The gradients of the four parameters.
  public func gradients(neurons: Int) -> any ActivationGradients {
    SReLUGradients(count: neurons)
  }

  /// Computes the rows `range` of `outputs`.
  public func forward(
    _ range: Range<Int>, of sums: Panel, into outputs: Panel, on engine: Engine
  ) {
    let trained = trained.span
    engine.srelu(
      range, of: sums, into: outputs, tLeft: trained[0].values.span,
      aLeft: trained[1].values.span, tRight: trained[2].values.span,
      aRight: trained[3].values.span)
  }

  /// Computes the rows `range` of the gradient by the sums.
  public func backward(
    _ range: Range<Int>, of sums: Panel, gradient: Panel, biasGradient: Vector,
    gradients: any ActivationGradients, on engine: Engine
  ) {
    guard let gradients = gradients as? SReLUGradients else {
      preconditionFailure("the gradients are another activation's")
    }
    let trained = trained.span
    engine.sreluBackward(
      range, of: sums, gradient: gradient, tLeft: trained[0].values.span,
      aLeft: trained[1].values.span, tRight: trained[2].values.span,
      aRight: trained[3].values.span, biasGradient: biasGradient, gradients: gradients)
  }
}
