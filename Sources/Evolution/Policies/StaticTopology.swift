public import Catalogue

/// `static`: the topology stays as it was drawn.
public struct StaticTopology: Policy {
  /// What the catalogue says of it.
  public static let about = About(
    name: "static", category: .policy,
    summary: "keeps the connections it starts with",
    details:
      "The baseline of every evolving policy: the same sparse network, trained and never rewired.",
    examples: [
      Example(
        "mad = data madelon\nnet = network in-100-out\ntrain net data=mad policy=static",
        "a sparse network that never changes")
    ])

  /// Takes no arguments.
  public init(_ arguments: Arguments) {}

  /// None.
  public var rewiring: Rewiring? { nil }
}
