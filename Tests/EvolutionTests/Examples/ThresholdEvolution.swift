import Catalogue
import Evolution
import Sparse

/// `threshold`: whatever is weaker than a threshold goes, be it much or little.
struct ThresholdEvolution: Policy {
  static let about = About(
    name: "threshold", category: .policy,
    summary: "removes all weights below a threshold, adds as many connections at random",
    details: """
      How much is rewired follows from the weights: much at first, when most are small, and little \
      once they have grown. Where all stay above the threshold, the topology stays as it is.
      """,
    formula: "remove all |w| < below; add as many, uniformly over empty cells",
    parameters: [
      Parameter("below", .number(.nonNegative), default: 0.05, "the threshold"),
      NewWeights.parameter, .forbidRemoved,
    ],
    examples: [
      Example(
        "mad = data madelon\nnet = network in-100-out\ntrain net data=mad policy=threshold(below=0.1)",
        "rewires every connection weaker than 0.1")
    ])

  let rewiring: Rewiring?

  init(_ arguments: Arguments) throws {
    rewiring = Rewiring(
      removal: ThresholdRemoval(threshold: Float(arguments.number("below"))),
      growth: UniformGrowth(forbidRemoved: arguments.logic("forbid_removed")),
      newWeights: try NewWeights(arguments["regrow"]))
  }
}

/// The weights below a threshold.
struct ThresholdRemoval: RemovalRule {
  let threshold: Float

  /// It reads the weights alone, so that layers can be rewired side by side.
  var isLocal: Bool { true }

  /// Ascending, as every rule has to give them. O(nonzeros).
  func positions(in matrix: SparseMatrix, context: EvolutionContext) -> [Int32] {
    let weights = matrix.values
    return weights.indices.filter { abs(weights[$0]) < threshold }.map { Int32($0) }
  }
}
