public import Catalogue

/// `normal(0.1)`: normal with a given deviation, whatever the fan-in.
public struct NormalWeights: Initialiser {
  /// What the catalogue says of it.
  public static let about = About(
    name: "normal", category: .initialiser,
    summary: "normal with mean 0 and a given deviation",
    details: "What the SciPy code of SET draws, whatever the number of inputs.",
    formula: "N(0, deviation²)",
    parameters: [
      Parameter("deviation", .number(.above(0, upTo: 1e6)), default: 0.1, "the standard deviation")
    ],
    examples: [Example("network in-300-100-out init=normal(0.1)")])

  /// The standard deviation, above 0.
  public let deviation: Double

  /// From the argument `deviation`.
  public init(_ arguments: Arguments) { deviation = arguments.number("deviation") }

  /// N(0, deviation²).
  public func distribution(fanIn: Double, fanOut: Double) -> WeightDistribution {
    .normal(deviation: deviation)
  }
}
