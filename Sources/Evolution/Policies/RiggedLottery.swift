public import Catalogue

/// `rigl`: removal by magnitude and growth by gradient, at steps within epochs.
public struct RiggedLottery: Policy {
  /// What the catalogue says of it.
  public static let about = About(
    name: "rigl", category: .policy,
    summary: "removes the smallest weights, adds connections where the gradient is largest",
    details: """
      Every interval steps, as long as less than the share until of all steps is done, each sparse layer \
      loses a share of its connections, those of the smallest weights, and gets as many where the \
      loss of the batch at hand depends most on a weight. The topology changes instead of the \
      weights at such a step. The share falls with a cosine from alpha to nothing. New \
      connections weigh nothing and start at rest; a cell that has just lost its connection may get \
      one again. evolve_every has no say.

      It needs the gradient of every cell, which is gone through block by block and never held: such \
      a step costs as much as one of a dense network. A cell of which no input is active, or whose \
      neuron has no gradient, is never chosen by gradient; where there are too few others, the rest is \
      drawn uniformly.
      """,
    formula: """
      k = ⌊n f⌋, f = (α/2)(1 + cos(π t / T)), T = until · steps; remove the k smallest |w|; add the k \
      empty cells with the largest |∂L/∂w|
      """,
    paper: "Evci et al., ICML 2020, Algorithm 1",
    parameters: [
      Parameter(
        "interval", .integer(.between(1, 1e9)), default: 100,
        "steps from one change of topology to the next"),
      Parameter(
        "alpha", .fraction(.unit), default: 0.3, "the share of connections rewired at first"),
      Parameter(
        "until", .fraction(.unit), default: 0.75,
        "the share of training after which the topology stays"),
    ],
    examples: [
      Example(
        "mad = data madelon\nnet = network in-100-out\n"
          + "train net data=mad policy=rigl(interval=20)",
        "changes the topology at every 20th step")
    ])

  /// The rules, from the arguments.
  public let rewiring: Rewiring?

  /// From the arguments of `about`.
  public init(_ arguments: Arguments) {
    let until = arguments.number("until")
    rewiring = Rewiring(
      removal: AnnealedRemoval(alpha: arguments.number("alpha"), until: until),
      growth: LargestGradientGrowth(), newWeights: .zeros,
      schedule: .steps(interval: arguments.integer("interval"), until: until))
  }
}
