public import Catalogue

/// `copacorset`: removal as CoRSET, growth as CoPASET.
public struct CoPACoRSET: Policy {
  /// What the catalogue says of it.
  public static let about = About(
    name: "copacorset", category: .policy,
    summary: "removes as corset, adds as copaset: both by the similarity of neurons",
    details: """
      Removal is that of `corset`, growth that of `copaset`, by the same similarities.

      Between `codacorset`, which always takes the most similar cells, and `corset`, which takes \
      any. It costs as much as `copaset`; `samples` makes it cheaper.

      \(CosineFamily.fidelity)
      """,
    formula: "M = W ∘ C; remove ⌊ζ n₊⌋ and ⌊ζ n₋⌋ of M nearest to zero; add as many, P ∝ C",
    paper: CosineFamily.paper("Algorithms 2 and 3"),
    parameters: CosineFamily.parameters,
    examples: [
      Example(
        "mad = data madelon\nnet = network in-100-out\ntrain net data=mad policy=copacorset(samples=500)",
        "removes and grows by similarity over 500 samples")
    ])

  /// The rules, from the arguments.
  public let rewiring: Rewiring?

  /// From the arguments `zeta`, `regrow`, `forbid_removed`, `activations` and `samples`.
  public init(_ arguments: Arguments) throws {
    rewiring = Rewiring(
      removal: WeightedSimilarityRemoval(zeta: arguments.number("zeta")),
      growth: SimilarityGrowth(.proportional, forbidRemoved: arguments.logic("forbid_removed")),
      newWeights: try NewWeights(arguments["regrow"]),
      similarity: SimilaritySettings(arguments))
  }
}
