public import Datasets
public import Networks
public import Training

/// What is reported on.
public enum Subject: Sendable {
  case run(Run)
  case study(Study)
  case dataset(Dataset)
  /// A network that has not met its data.
  case plan(NetworkPlan)
  /// A network with weights.
  case network(Network)

  /// Its kind, in a user's word.
  public var kind: SubjectKind {
    switch self {
    case .run: .run
    case .study: .study
    case .dataset: .dataset
    case .plan, .network: .network
    }
  }
}
