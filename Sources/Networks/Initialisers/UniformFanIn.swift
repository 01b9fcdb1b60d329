public import Catalogue

/// `uniform_fan_in`: uniform with variance 1/(3 n_in), PyTorch's default.
public struct UniformFanIn: Initialiser {
  /// What the catalogue says of it.
  public static let about = About(
    name: "uniform_fan_in", category: .initialiser,
    summary: "uniform within the inverse root of the fan-in",
    details: "The default of PyTorch's linear layers, and so that of LiSET's code.",
    formula: "U(±1/√n_in)",
    examples: [Example("network in-300-100-out init=uniform_fan_in")])

  /// Takes no arguments.
  public init(_ arguments: Arguments) {}

  /// U(±1/√fanIn).
  public func distribution(fanIn: Double, fanOut: Double) -> WeightDistribution {
    .uniform(bound: 1 / fanIn.squareRoot())
  }
}
