public import Catalogue
public import Sparse

/// `sgd`: stochastic gradient descent with momentum and weight decay.
public struct StochasticGradientDescent: Optimizer {
  /// What the catalogue says of it.
  public static let about = About(
    name: "sgd", category: .optimizer,
    summary: "stochastic gradient descent with momentum",
    details: """
      The gradient is the mean over the batch. Weights are decayed; biases and the trained \
      parameters of activations are not. What is not given here is taken from the keys of `train`.
      """,
    formula: "v ← μv − η(g + λw);  w ← w + v",
    paper: "Polyak, 1964; Sutskever et al., ICML 2013",
    parameters: [
      .optional("lr", .number(.positive), "the learning rate η; else that of the statement"),
      .optional(
        "momentum", .number(.from(0, below: 1)), "the momentum μ; else that of the statement"),
      .optional(
        "weight_decay", .number(.nonNegative), "the decay λ; else that of the statement"),
    ],
    examples: [
      Example(
        "mad = data madelon\nnet = network in-100-out\ntrain net data=mad optimizer=sgd(lr=0.1)")
    ])

  private let rate: Double?
  private let momentum: Double?
  private let decay: Double?

  /// From the arguments `lr`, `momentum` and `weight_decay`, each of which may be absent.
  public init(_ arguments: Arguments) {
    rate = arguments.optionalNumber("lr")
    momentum = arguments.optionalNumber("momentum")
    decay = arguments.optionalNumber("weight_decay")
  }

  /// Its own arguments, and the given ones for those that are absent.
  public func step(rate: Double, momentum: Double, decay: Double) -> MomentumStep {
    MomentumStep(
      rate: Float(self.rate ?? rate), momentum: Float(self.momentum ?? momentum),
      decay: Float(self.decay ?? decay))
  }
}
