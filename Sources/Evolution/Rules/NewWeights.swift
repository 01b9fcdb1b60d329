public import Catalogue
public import Networks

/// What new connections weigh: the value of `regrow=`.
public enum NewWeights: Sendable {
  /// Drawn as the layer's first weights were.
  case initial
  /// 0.
  case zeros
  /// U(±1/√n_out), as LiSET's code draws them.
  case uniformFanOut
  /// Drawn as a given initialiser would.
  case drawn(any Initialiser)

  /// The key `regrow` as policies declare it.
  public static let parameter = Parameter(
    "regrow", .either([.choice(["init", "zeros", "uniform_fan_out"]), .call(.initialiser)]),
    default: .name("init"),
    "the weight of a new connection: drawn as the first weights were (`init`), `zeros`, or else")

  /// From the checked value of `regrow`.
  public init(_ argument: Argument?) throws {
    switch argument {
    case .name("zeros"): self = .zeros
    case .name("uniform_fan_out"): self = .uniformFanOut
    case .call(let call): self = .drawn(try Initialisers.make(call))
    default: self = .initial
    }
  }

  /// The distribution of new weights in a layer.
  func distribution(for layer: Layer) -> WeightDistribution {
    switch self {
    case .initial: layer.distribution
    case .zeros: .zeros
    case .uniformFanOut: .uniform(bound: 1 / Double(layer.columns).squareRoot())
    case .drawn(let initialiser):
      initialiser.distribution(fanIn: Double(layer.rows), fanOut: Double(layer.columns))
    }
  }
}
