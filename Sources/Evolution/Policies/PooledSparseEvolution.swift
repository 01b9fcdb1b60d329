public import Catalogue

/// `set_pooled`: SET with one pool of magnitudes for both signs.
public struct PooledSparseEvolution: Policy {
  /// What the catalogue says of it.
  public static let about = About(
    name: "set_pooled", category: .policy,
    summary: "removes the weights nearest to zero whatever their sign, adds as many at random",
    details: """
      What many programs call SET: the share zeta of all weights of a layer, the smallest in \
      magnitude, goes; as many connections come, uniformly over its empty cells.

      Unlike `set`, it lets the balance of signs drift: where the positive weights are smaller \
      than the negative ones, more of them go. It costs the same.
      """,
    formula: "remove the ⌊ζ n⌋ smallest |w|; add as many, uniformly over empty cells",
    paper: "a variant of Mocanu et al., Nature Communications 9:2383, 2018",
    parameters: [.rewiredShare, NewWeights.parameter, .forbidRemoved],
    examples: [
      Example(
        "mad = data madelon\nnet = network in-100-out\ntrain net data=mad policy=set_pooled(zeta=20%)",
        "rewires the 20% nearest to zero")
    ])

  /// The rules, from the arguments.
  public let rewiring: Rewiring?

  /// From the arguments `zeta`, `regrow` and `forbid_removed`.
  public init(_ arguments: Arguments) throws {
    rewiring = Rewiring(
      removal: PooledRemoval(zeta: arguments.number("zeta")),
      growth: UniformGrowth(forbidRemoved: arguments.logic("forbid_removed")),
      newWeights: try NewWeights(arguments["regrow"]))
  }
}
