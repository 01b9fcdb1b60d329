public import Catalogue

/// `he`: uniform with variance 2/n_in, which keeps the scale of rectified activations.
public struct He: Initialiser {
  /// What the catalogue says of it.
  public static let about = About(
    name: "he", category: .initialiser,
    summary: "uniform, with twice the inverse fan-in as variance",
    details: "The usual choice before ReLU and its kin, and that of the authors' code of SET.",
    formula: "U(±√(6 / n_in))",
    paper: "He et al., ICCV 2015",
    examples: [Example("network in-300-100-out init=he")])

  /// Takes no arguments.
  public init(_ arguments: Arguments) {}

  /// U(±√(6/fanIn)).
  public func distribution(fanIn: Double, fanOut: Double) -> WeightDistribution {
    .uniform(bound: (6 / fanIn).squareRoot())
  }
}
