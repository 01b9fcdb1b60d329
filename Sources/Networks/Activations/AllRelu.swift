public import Catalogue
public import Sparse

/// `all_relu(0.6)`: a rectifier whose lower slope changes its sign from layer to layer.
public struct AllRelu: SlopeActivation {
  /// What the catalogue says of it.
  public static let about = About(
    name: "all_relu", category: .activation,
    summary: "the sum itself above zero, −α or α times it below, by turns from layer to layer",
    details: """
      Odd layers, counted from 1, have the slope −α below zero, even ones α, as the authors' code \
      arranges them. Made for sparse networks, which it keeps from losing their negative signals.
      """,
    formula: "z if z > 0, else (−1)^layer α z",
    paper: "Curci, Mocanu & Pechenizkiy, arXiv:2102.01732, 2021",
    parameters: [Parameter("alpha", .number(.any), default: 0.6, "the slope α, without its sign")],
    examples: [Example("network in-300-100-out activation=all_relu(0.6)")])

  /// −α in an odd layer, α in an even one.
  public private(set) var slope: Float
  /// The call it was made by.
  public let call: Call
  private let alpha: Float

  /// From the argument `alpha`, as it works in an odd layer.
  public init(_ arguments: Arguments) {
    alpha = Float(arguments.number("alpha"))
    slope = -alpha
    call = Call(Self.about.name, arguments)
  }

  /// Takes the sign of the slope from the layer.
  public mutating func prepare(neurons: Int, layer: Int, stream: inout RandomStream) {
    slope = layer.isMultiple(of: 2) ? alpha : -alpha
  }
}
