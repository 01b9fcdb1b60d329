public import Catalogue

/// `codacorset`: removal as CoRSET, growth as CoDASET.
public struct CoDACoRSET: Policy {
  /// What the catalogue says of it.
  public static let about = About(
    name: "codacorset", category: .policy,
    summary: "removes as corset, adds as codaset: both by the similarity of neurons",
    details: """
      Removal is that of `corset`, growth that of `codaset`, by the same similarities.

      Of the cosine family it moves connections to informative inputs fastest: on Madelon the \
      inputs with the most connections are those that carry information. It explores least. It \
      costs as much as `codaset` and hardly more; `samples` makes it cheaper.

      \(CosineFamily.fidelity)
      """,
    formula:
      "M = W ∘ C; remove ⌊ζ n₊⌋ and ⌊ζ n₋⌋ of M nearest to zero; add as many, largest C first",
    paper: CosineFamily.paper("Algorithms 1 and 3"),
    parameters: CosineFamily.parameters,
    examples: [
      Example(
        "mad = data madelon\nnet = network in-100-out\ntrain net data=mad policy=codacorset(zeta=30%)",
        "removes and grows by similarity")
    ])

  /// The rules, from the arguments.
  public let rewiring: Rewiring?

  /// From the arguments `zeta`, `regrow`, `forbid_removed`, `activations` and `samples`.
  public init(_ arguments: Arguments) throws {
    rewiring = Rewiring(
      removal: WeightedSimilarityRemoval(zeta: arguments.number("zeta")),
      growth: SimilarityGrowth(.largest, forbidRemoved: arguments.logic("forbid_removed")),
      newWeights: try NewWeights(arguments["regrow"]),
      similarity: SimilaritySettings(arguments))
  }
}
