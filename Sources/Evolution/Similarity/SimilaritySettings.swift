public import Catalogue
public import Networks

/// Over which activations the rules of a policy compare neurons.
public struct SimilaritySettings: Sendable, Equatable {
  /// Where in a neuron to look; nil for what the fidelity says: `post`, and `pre` as in the public
  /// code.
  public let stage: ActivationStage?
  /// How many samples to look at, drawn anew at each evolution; nil for all, and where there are
  /// not so many.
  public let samples: Int?

  /// The keys `activations` and `samples` as policies declare them.
  public static let parameters = [
    Parameter.optional(
      "activations", .choice(ActivationStage.allCases.map(\.rawValue)),
      "whether neurons are compared after their activation function or before it; `post` unless "
        + "`fidelity=code`"),
    Parameter(
      "samples", .either([.choice(["all"]), .integer(.between(1, 0x1p31))]), default: .name("all"),
      "how many training samples neurons are compared over, drawn anew each time"),
  ]

  /// Over all samples at the given stage, unless said otherwise.
  public init(stage: ActivationStage? = nil, samples: Int? = nil) {
    self.stage = stage
    self.samples = samples
  }

  /// From the arguments `activations` and `samples`.
  public init(_ arguments: Arguments) {
    stage = arguments.has("activations") ? .init(rawValue: arguments.choice("activations")) : nil
    if case .number? = arguments["samples"] {
      samples = arguments.integer("samples")
    } else {
      samples = nil
    }
  }

  /// Where to look in a run of that fidelity.
  public func stage(_ fidelity: Fidelity) -> ActivationStage {
    stage ?? (fidelity == .code ? .pre : .post)
  }

  /// What is kept of samples on their way through a network.
  public func contents(_ fidelity: Fidelity) -> WorkspaceContents {
    stage(fidelity) == .pre ? .sums : .activations
  }
}
