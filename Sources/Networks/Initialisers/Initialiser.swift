public import Catalogue

/// From what distribution a layer's first weights are drawn: the value of `init=`.
public protocol Initialiser: Buildable {
  /// The distribution for a layer in which a neuron has `fanIn` inputs and feeds `fanOut` neurons;
  /// both positive, fractions where they are means over a sparse layer.
  func distribution(fanIn: Double, fanOut: Double) -> WeightDistribution
}

/// The registered initialisers.
public enum Initialisers {
  /// All of them, as help lists them.
  public static let all: [any Initialiser.Type] = [
    He.self, Xavier.self, NormalWeights.self, UniformFanIn.self,
  ]

  /// The initialiser that a checked call names; absent arguments take their defaults.
  /// - Precondition: the name is registered.
  public static func make(_ call: Call) throws -> any Initialiser {
    try build(call, among: all, as: { $0.about }) { try $0.init($1) }
  }
}
