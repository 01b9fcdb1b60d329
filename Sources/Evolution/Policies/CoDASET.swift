public import Catalogue

/// `codaset`: removal as SET, growth where neurons are most similar.
public struct CoDASET: Policy {
  /// What the catalogue says of it.
  public static let about = About(
    name: "codaset", category: .policy,
    summary: "removes as set, adds the connections whose neurons are most similar",
    details: """
      Removal is that of `set`. The new connections are those of the empty cells with the largest \
      cosine similarity C between the activations of their two neurons over the training samples; \
      ties are broken by position, and where fewer cells have any similarity than connections are \
      needed, the rest is drawn uniformly.

      Growth is no longer blind, and two runs from one network grow alike; but what is once found \
      similar is found again, so that fewer cells are ever tried. It costs a multiplication for \
      every cell of a layer and sample, some epochs where layers are sparse; `samples` makes it \
      cheaper.

      \(CosineFamily.fidelity)
      """,
    formula: "C = |A_p·A_q| / (‖A_p‖‖A_q‖); remove ⌊ζ n₊⌋ and ⌊ζ n₋⌋; add as many, largest C first",
    paper: CosineFamily.paper("Eq. 2 and Algorithm 1"),
    parameters: CosineFamily.parameters,
    examples: [
      Example(
        "mad = data madelon\nnet = network in-100-out\ntrain net data=mad policy=codaset",
        "grows where neurons are most similar"),
      Example(
        "mad = data madelon\nnet = network in-100-out\ntrain net data=mad policy=codaset(samples=500)",
        "compares neurons over 500 samples"),
    ])

  /// The rules, from the arguments.
  public let rewiring: Rewiring?

  /// From the arguments `zeta`, `regrow`, `forbid_removed`, `activations` and `samples`.
  public init(_ arguments: Arguments) throws {
    rewiring = Rewiring(
      removal: TwoTailRemoval(zeta: arguments.number("zeta")),
      growth: SimilarityGrowth(.largest, forbidRemoved: arguments.logic("forbid_removed")),
      newWeights: try NewWeights(arguments["regrow"]),
      similarity: SimilaritySettings(arguments))
  }
}
