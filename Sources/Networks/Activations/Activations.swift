public import Catalogue

/// The registered activations.
public enum Activations {
  /// All of them, as help lists them.
  public static let all: [any Activation.Type] = [
    Relu.self, SRelu.self, LeakyRelu.self, AllRelu.self, Tanh.self, Sigmoid.self, Linear.self,
  ]

  /// The activation that a checked call names; arguments that are absent take their defaults.
  /// - Precondition: the name is registered.
  public static func make(_ call: Call) throws -> any Activation {
    try build(call, among: all, as: { $0.about }) { try $0.init($1) }
  }
}
