public import Catalogue

/// How a sparse network's connections change between epochs: the value of `policy=`.
///
/// A policy is a registered name for a removal rule, a growth rule and a rule for new weights; what
/// they do to a network is common to all (`Policy.evolve`). A policy that never changes anything
/// has no rewiring.
public protocol Policy: Buildable {
  /// What the policy does at an evolution, or nil if it leaves the topology as it is.
  var rewiring: Rewiring? { get }
}

/// The registered policies.
public enum Policies {
  /// All of them, as help lists them.
  public static let all: [any Policy.Type] = [
    StaticTopology.self, SparseEvolution.self, PooledSparseEvolution.self, CoDASET.self,
    CoPASET.self, CoRSET.self, CoDACoRSET.self, CoPACoRSET.self,
  ]

  /// The policy that a checked call names; arguments that are absent take their defaults.
  /// - Precondition: the name is registered.
  public static func make(_ call: Call) throws -> any Policy {
    for type in all where type.about.name == call.name {
      return try type.init(call.arguments.completed(by: type.about.parameters))
    }
    preconditionFailure("`\(call.name)` is no policy")
  }
}
