public import Catalogue

/// The codes of errors that explained steps of a policy can raise.
public enum PolicyStepErrors {
  /// A policy or a network that moves nothing.
  public static let nothingEvolves = ErrorCode(
    "E0526", "nothing evolves",
    "A policy moves the connections of sparse layers: `static` moves none, and a dense network has "
      + "no sparse layer.")
  /// More changes than can be shown one by one.
  public static let tooLarge = ErrorCode(
    "E0527", "network too large to be shown connection by connection",
    "`evolve` lists every change of every step, which is for small networks: at most 20,000 "
      + "connections times steps, and 1,000,000 cells.")
  /// A policy that looks at samples has none.
  public static let noSamples = ErrorCode(
    "E0528", "the policy needs samples",
    "Policies that compare neurons or go by gradients do so over training samples.")

  /// All of them, in numeric order.
  public static let all = [nothingEvolves, tooLarge, noSamples]
}

/// Why a policy cannot be shown step by step.
public enum PolicyStepError: CodedError, Equatable {
  /// A policy that leaves the topology as it is.
  case staticPolicy(String)
  /// A network without sparse layers.
  case denseNetwork
  /// Too many connections or cells.
  case tooLarge(connections: Int, steps: Int)
  /// A policy that looks at samples, without any.
  case noSamples(policy: String)

  /// The code of its sort.
  public var code: ErrorCode {
    switch self {
    case .staticPolicy, .denseNetwork: PolicyStepErrors.nothingEvolves
    case .tooLarge: PolicyStepErrors.tooLarge
    case .noSamples: PolicyStepErrors.noSamples
    }
  }

  /// What went wrong.
  public var message: String {
    switch self {
    case .staticPolicy(let name): "the policy `\(name)` moves no connection"
    case .denseNetwork: "the network has no sparse layer that could evolve"
    case .tooLarge(let connections, let steps):
      "\(NumberText.count(connections)) connections in sparse layers, \(NumberText.count(steps)) "
        + "\(steps == 1 ? "step" : "steps"): that is too much to show connection by connection"
    case .noSamples(let policy): "the policy `\(policy)` looks at samples, and there are none"
    }
  }

  /// What to do about it.
  public var hint: String? {
    switch self {
    case .staticPolicy: "name one that does, such as `policy=set`"
    case .denseNetwork: "plan it with `sparse=density(20%)`, for example"
    case .tooLarge: "take a smaller network, such as `network in-16-out`, or fewer steps"
    case .noSamples: "name a data set by `data=`"
    }
  }

  /// What it is about.
  public var place: ErrorPlace {
    switch self {
    case .staticPolicy, .noSamples: .key("policy")
    case .denseNetwork, .tooLarge: .subject
    }
  }
}
