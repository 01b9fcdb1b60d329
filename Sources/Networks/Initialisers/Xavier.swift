public import Catalogue

/// `xavier`: uniform with variance 2/(n_in + n_out).
public struct Xavier: Initialiser {
  /// What the catalogue says of it.
  public static let about = About(
    name: "xavier", category: .initialiser,
    summary: "uniform, with the inverse mean of fan-in and fan-out as variance",
    details: "The usual choice before tanh and sigmoid.",
    formula: "U(±√(6 / (n_in + n_out)))",
    paper: "Glorot & Bengio, AISTATS 2010",
    examples: [Example("network in-300-100-out activation=tanh init=xavier")])

  /// Takes no arguments.
  public init(_ arguments: Arguments) {}

  /// U(±√(6/(fanIn + fanOut))).
  public func distribution(fanIn: Double, fanOut: Double) -> WeightDistribution {
    .uniform(bound: (6 / (fanIn + fanOut)).squareRoot())
  }
}
