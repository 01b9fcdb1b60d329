public import Catalogue

/// `leaky_relu(0.01)`: the rectifier with a small slope below zero.
public struct LeakyRelu: SlopeActivation {
  /// What the catalogue says of it.
  public static let about = About(
    name: "leaky_relu", category: .activation,
    summary: "the sum itself above zero, a small share of it below",
    formula: "z if z > 0, else slope · z",
    paper: "Maas, Hannun & Ng, 2013",
    parameters: [Parameter("slope", .number(.any), default: 0.01, "the slope below zero")],
    examples: [Example("network in-300-100-out activation=leaky_relu(0.01)")])

  /// The slope below zero.
  public let slope: Float
  /// The call it was made by.
  public let call: Call

  /// From the argument `slope`.
  public init(_ arguments: Arguments) {
    slope = Float(arguments.number("slope"))
    call = Call(Self.about.name, arguments)
  }
}
