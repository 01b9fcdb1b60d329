public import Catalogue
public import Evolution
public import Networks

/// How a network is trained: the keys of `train` but for its data.
public struct TrainingSettings: Sendable {
  /// The keys of the verb `train`, with their defaults; `data`, which only the workbench can
  /// resolve, comes on top, and `quiet` and `watch` speak to the front end alone.
  public static let parameters: [Parameter] = [
    Parameter(
      "policy", .call(.policy), default: .call(Call("set")),
      "how connections change while training; a dense network has nothing to evolve"),
    Parameter(
      "epochs", .integer(.between(0, 1e6)), default: 10,
      "how often all samples are seen; 0 keeps the initial network"),
    Parameter(
      "batch", .integer(.between(1, 1e9)), default: 100, "samples a step; the last may be fewer"),
    Parameter("lr", .number(.positive), default: 0.01, "the learning rate"),
    Parameter("momentum", .number(.from(0, below: 1)), default: 0.9, "the momentum"),
    Parameter(
      "weight_decay", .number(.nonNegative), default: 0, "the L2 decay of weights, not of biases"),
    Parameter(
      "optimizer", .call(.optimizer), default: .call(Call("sgd")),
      "how a gradient changes the weights"),
    Parameter(
      "evolve_every", .integer(.between(1, 1e6)), default: 1,
      "epochs from one evolution to the next, of policies that do not evolve at steps"),
    Parameter(
      "stop", .call(.criterion), default: .call(Call("none")),
      "when to end before the last epoch, by the accuracy on validation samples"),
    Parameter(
      "exploration", .logic, default: false,
      "whether to follow which cells ever held a connection, for `exploration(run)`"),
    Parameter(
      "seed", .integer(.between(0, 0x1p53)), default: 1, "fixes everything that is drawn at random"),
    .optional(
      "threads", .integer(.between(1, 1024)),
      "threads to compute with; all cores if not given; results do not depend on it"),
    Parameter(
      "fidelity", .choice(Fidelity.allCases.map(\.rawValue)), default: .name("paper"),
      "whether to follow the papers, or their authors' public code where it differs"),
    Parameter("quiet", .logic, default: false, "whether to show nothing while training"),
    Parameter(
      "watch", .logic, default: false,
      "whether to draw accuracy and degrees while training, on a terminal or in a notebook"),
  ]

  /// How connections change while training.
  public let policy: any Policy
  /// The policy as a script writes it, with all its arguments.
  public let policyCall: Call
  /// How often all samples are seen.
  public let epochs: Int
  /// Samples a step.
  public let batch: Int
  /// The learning rate.
  public let rate: Double
  /// The momentum, from 0, below 1.
  public let momentum: Double
  /// The L2 decay of weights.
  public let weightDecay: Double
  /// How a gradient changes the weights.
  public let optimizer: any Optimizer
  /// Epochs from one evolution to the next, at least 1.
  public let evolveEvery: Int
  /// When to end before the last epoch, as it is before the first.
  public let stop: any StoppingCriterion
  /// That as a script writes it, with all its arguments.
  public let stopCall: Call
  /// Whether the run follows which cells ever held a connection.
  public let followsExploration: Bool
  /// Whether observers are told of what can be watched besides the records: the degrees.
  public let isWatched: Bool
  /// Fixes everything that is drawn at random.
  public let seed: UInt64
  /// Threads to compute with; nil for all cores.
  public let threads: Int?
  /// Whether the papers are followed or their public code.
  public let fidelity: Fidelity
  /// The arguments as they were given, complete.
  public let arguments: Arguments

  /// Settings from checked arguments of `TrainingSettings.parameters`; absent ones take their
  /// defaults.
  ///
  /// - Throws: what the policy, the optimizer or the stopping criterion finds wrong with its own
  ///   arguments.
  public init(arguments: Arguments = Arguments()) throws {
    let complete = arguments.completed(by: Self.parameters)
    self.arguments = complete
    let call = complete.call("policy")
    policy = try Policies.make(call)
    policyCall = Call(
      call.name, call.arguments.completed(by: type(of: policy).about.parameters))
    epochs = complete.integer("epochs")
    batch = complete.integer("batch")
    rate = complete.number("lr")
    momentum = complete.number("momentum")
    weightDecay = complete.number("weight_decay")
    optimizer = try Optimizers.make(complete.call("optimizer"))
    evolveEvery = complete.integer("evolve_every")
    let criterion = complete.call("stop")
    stop = try StoppingCriteria.make(criterion)
    stopCall = Call(
      criterion.name, criterion.arguments.completed(by: type(of: stop).about.parameters))
    followsExploration = complete.logic("exploration")
    isWatched = complete.logic("watch")
    seed = UInt64(complete.integer("seed"))
    threads = complete.optionalInteger("threads")
    fidelity = Fidelity(rawValue: complete.choice("fidelity")) ?? .paper
  }
}
