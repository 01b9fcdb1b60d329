public import Catalogue
public import Networks

/// How a sparse network's connections change while it is trained: the value of `policy=`.
///
/// A policy is a registered name for a removal rule, a growth rule, a rule for new weights and a
/// schedule; what they do to a network is common to all (`Policy.evolve`). A policy that never changes anything
/// has no rewiring.
public protocol Policy: Buildable {
  /// What the policy does at an evolution, or nil if it leaves the topology as it is.
  var rewiring: Rewiring? { get }

  /// How `fidelity=code` trains; what CosineSET's code does, unless said otherwise.
  var published: PublishedCode { get }
}

extension Policy {
  /// What CosineSET's code does.
  public var published: PublishedCode { .cosineSET }

  /// When the policy evolves a network.
  public var schedule: Schedule { rewiring?.schedule ?? .epochs }

  /// The skip layers that training carries for the policy's growth; nil for none.
  public var skips: SkipPlan? { rewiring?.growth.skips }
}

/// The registered policies.
public enum Policies {
  /// All of them, as help lists them.
  public static let all: [any Policy.Type] = [
    StaticTopology.self, SparseEvolution.self, PooledSparseEvolution.self, CoDASET.self,
    CoPASET.self, CoRSET.self, CoDACoRSET.self, CoPACoRSET.self, LinearFeatureEvolution.self,
    RiggedLottery.self,
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
