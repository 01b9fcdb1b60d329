public import Catalogue

/// `copaset`: removal as SET, growth in proportion to the similarity of neurons.
public struct CoPASET: Policy {
  /// What the catalogue says of it.
  public static let about = About(
    name: "copaset", category: .policy,
    summary: "removes as set, adds connections at random, similar neurons being likelier",
    details: """
      Removal is that of `set`. The new connections are drawn without replacement over the empty \
      cells, each draw in proportion to the cosine similarity C between the activations of the \
      cell's two neurons over the training samples; where fewer cells have any similarity than \
      connections are needed, the rest is drawn uniformly.

      It explores more than `codaset` and less blindly than `set`; where most similarities are of \
      one size, it comes close to `set`. It costs as much as `codaset`; `samples` makes it \
      cheaper.

      \(CosineFamily.fidelity)
      """,
    formula: "P(p, q) = C_pq / Σ C over empty cells; remove ⌊ζ n₊⌋ and ⌊ζ n₋⌋; add as many",
    paper: CosineFamily.paper("Eq. 3 and Algorithm 2"),
    parameters: CosineFamily.parameters,
    examples: [
      Example(
        "mad = data madelon\nnet = network in-100-out\ntrain net data=mad policy=copaset",
        "grows in proportion to similarity"),
      Example(
        "mad = data madelon\nnet = network in-100-out\ntrain net data=mad policy=copaset(zeta=20%, activations=pre)",
        "compares neurons before their activation function"),
    ])

  /// The rules, from the arguments.
  public let rewiring: Rewiring?

  /// From the arguments `zeta`, `regrow`, `forbid_removed`, `activations` and `samples`.
  public init(_ arguments: Arguments) throws {
    rewiring = Rewiring(
      removal: TwoTailRemoval(zeta: arguments.number("zeta")),
      growth: SimilarityGrowth(.proportional, forbidRemoved: arguments.logic("forbid_removed")),
      newWeights: try NewWeights(arguments["regrow"]),
      similarity: SimilaritySettings(arguments))
  }
}
