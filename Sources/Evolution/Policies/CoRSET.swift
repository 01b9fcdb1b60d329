public import Catalogue

/// `corset`: removal by weight and similarity, growth as SET.
public struct CoRSET: Policy {
  /// What the catalogue says of it.
  public static let about = About(
    name: "corset", category: .policy,
    summary: "removes connections of small weight between unlike neurons, adds as many at random",
    details: """
      Each connection is judged by its weight times the cosine similarity of the activations of \
      its two neurons over the training samples, M = W ∘ C. Of the positive and of the negative \
      numbers in M the share zeta nearest to zero goes, zeros first; ties are broken by position. \
      Growth is that of `set`. (Algorithm 3 in the paper says `smallest value of M`; read to the \
      letter, it would remove strong negative connections.)

      A connection whose neurons have nothing to do with each other goes even if its weight is \
      not the smallest. Similarities of connections alone are needed: a forward pass and a \
      product for each connection and sample, about as much as an epoch; `samples` makes it cheaper.

      \(CosineFamily.fidelity)
      """,
    formula: "M = W ∘ C; remove ⌊ζ n₊⌋ and ⌊ζ n₋⌋ of M nearest to zero; add as many, uniformly",
    paper: CosineFamily.paper("Algorithm 3"),
    parameters: CosineFamily.parameters,
    examples: [
      Example(
        "mad = data madelon\nnet = network in-100-out\ntrain net data=mad policy=corset(zeta=30%)",
        "removes by weight and similarity")
    ])

  /// The rules, from the arguments.
  public let rewiring: Rewiring?

  /// From the arguments `zeta`, `regrow`, `forbid_removed`, `activations` and `samples`.
  public init(_ arguments: Arguments) throws {
    rewiring = Rewiring(
      removal: WeightedSimilarityRemoval(zeta: arguments.number("zeta")),
      growth: UniformGrowth(forbidRemoved: arguments.logic("forbid_removed")),
      newWeights: try NewWeights(arguments["regrow"]),
      similarity: SimilaritySettings(arguments))
  }
}
