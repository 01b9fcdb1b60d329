public import Catalogue

/// `set`: sparse evolutionary training.
public struct SparseEvolution: Policy {
  /// What the catalogue says of it.
  public static let about = About(
    name: "set", category: .policy,
    summary: "removes the weights nearest to zero, adds as many connections at random",
    details: """
      After every epoch but the last, each sparse layer loses the share zeta of its smallest \
      positive weights and the same share of its negative weights nearest to zero, and gets as many \
      new connections, uniformly over its empty cells. The number of connections never changes. \
      Survivors keep their velocity; new connections start at rest.
      """,
    formula: "remove ⌊ζ n₊⌋ and ⌊ζ n₋⌋; add as many, uniformly over empty cells",
    paper: "Mocanu et al., Nature Communications 9:2383, 2018",
    parameters: [.rewiredShare, NewWeights.parameter, .forbidRemoved],
    examples: [
      Example(
        "mad = data madelon\nnet = network in-100-out\ntrain net data=mad policy=set(zeta=30%)",
        "rewires 30% of the connections after each epoch"),
      Example(
        "mad = data madelon\nnet = network in-100-out\ntrain net data=mad policy=set(regrow=zeros)",
        "new connections weigh nothing at first"),
    ])

  /// The rules, from the arguments.
  public let rewiring: Rewiring?

  /// From the arguments `zeta`, `regrow` and `forbid_removed`.
  public init(_ arguments: Arguments) throws {
    rewiring = Rewiring(
      removal: TwoTailRemoval(zeta: arguments.number("zeta")),
      growth: UniformGrowth(forbidRemoved: arguments.logic("forbid_removed")),
      newWeights: try NewWeights(arguments["regrow"]))
  }
}
