public import Catalogue

/// `linear`: the sum as it is.
public struct Linear: SlopeActivation {
  /// What the catalogue says of it.
  public static let about = About(
    name: "linear", category: .activation,
    summary: "the sum as it is",
    details:
      "What the output layer has before the softmax; as a hidden activation it makes the whole "
      + "network linear.",
    formula: "z",
    examples: [Example("network in-300-100-out activation=linear")])

  /// 1.
  public var slope: Float { 1 }

  /// Takes no arguments.
  public init(_ arguments: Arguments = Arguments()) {}
}
