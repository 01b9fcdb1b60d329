public import Catalogue

/// `relu`: the rectifier.
public struct Relu: SlopeActivation {
  /// What the catalogue says of it.
  public static let about = About(
    name: "relu", category: .activation,
    summary: "zero below zero, the sum itself above",
    formula: "max(0, z)",
    paper: "Nair & Hinton, ICML 2010",
    examples: [Example("network in-300-100-out activation=relu")])

  /// 0.
  public var slope: Float { 0 }

  /// Takes no arguments.
  public init(_ arguments: Arguments) {}
}
