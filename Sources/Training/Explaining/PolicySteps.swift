internal import Catalogue
public import Datasets
public import Evolution
public import Networks
public import Sparse

/// Evolutions one after the other without training in between, each explained: what the verb `evolve`
/// shows.
public struct PolicySteps: Sendable {
  /// The most changes that may come of it: steps times connections.
  public static let connectionLimit = 20_000
  /// The most cells that sparse layers may have in all.
  public static let cellLimit = 1_000_000
  /// The samples whose gradients a policy that evolves at steps goes by.
  private static let batch = 100

  /// What moves the connections.
  public let policy: any Policy
  /// The training samples, scaled as the network knows them; nil where there are none.
  public let samples: Samples?
  /// Fixes everything that is drawn at random.
  public let seed: UInt64
  /// The epochs that the network has been trained for: the first step is the evolution after the last
  /// of them, which training leaves out; for none, that after the first.
  public let epochs: Int
  /// Whether the papers are followed or their public code.
  public let fidelity: Fidelity

  /// Steps of a policy.
  public init(
    policy: any Policy, samples: Samples?, seed: UInt64, after epochs: Int = 0,
    fidelity: Fidelity = .paper
  ) {
    self.policy = policy
    self.samples = samples
    self.seed = seed
    self.epochs = epochs
    self.fidelity = fidelity
  }

  /// Has a network evolve so many times. O(steps · cells · samples) at most.
  ///
  /// Of a policy that evolves at steps, each is taken as one of the first, by the gradients of the first
  /// 100 samples. Skip layers are those given, or drawn anew.
  /// - Parameter cancellation: looked at between steps; those not begun by then are left out.
  /// - Returns: what happened to the sparse layers, step by step.
  /// - Throws: `PolicyStepError`, before anything has happened.
  public func take(
    _ count: Int, on network: inout Network, skips: SkipLayers? = nil, engine: Engine,
    cancellation: Cancellation = Cancellation()
  ) throws(PolicyStepError) -> [[ExplainedEvolution]] {
    try check(count, network)
    var skips = policy.skips.map { plan in
      skips ?? SkipLayers(of: network, by: plan, seed: seed)
    }
    let source = samples.map { ActivationSource(features: $0.features, engine: engine) }
    var steps: [[ExplainedEvolution]] = []
    for step in 1...count where !cancellation.isCancelled {
      let epoch = max(epochs, 1) + step - 1
      let moment = moment(step, network, skips: skips, engine: engine)
      steps.append(
        policy.explain(
          &network, epoch: epoch, seed: seed, fidelity: fidelity, activations: source, at: moment,
          on: engine))
      skips?.redraw(epoch: epoch, seed: seed)
    }
    return steps
  }

  /// Refuses layers that are too large to be shown, by their plan.
  /// - Throws: `PolicyStepError.tooLarge`.
  public static func check(
    _ count: Int, of layers: [LayerPlan]
  ) throws(PolicyStepError) {
    let sparse = layers.filter { $0.connections != nil }
    try check(
      count, connections: sparse.reduce(0) { $0 + ($1.connections ?? 0) },
      cells: sparse.reduce(0.0) { $0 + Double($1.rows) * Double($1.columns) })
  }

  private static func check(
    _ count: Int, connections: Int, cells: Double
  ) throws(PolicyStepError) {
    guard Double(connections) * Double(count) <= Double(connectionLimit),
      cells <= Double(cellLimit)
    else { throw .tooLarge(connections: connections, steps: count) }
  }

  private func check(_ count: Int, _ network: Network) throws(PolicyStepError) {
    let name = type(of: policy).about.name
    guard let rewiring = policy.rewiring else { throw .staticPolicy(name) }
    let matrices = network.layers.compactMap(\.weights.sparseMatrix)
    guard !matrices.isEmpty else { throw .denseNetwork }
    try Self.check(
      count, connections: matrices.reduce(0) { $0 + $1.nonzeros },
      cells: matrices.reduce(0.0) { $0 + Double($1.rows) * Double($1.columns) })
    let needsSamples = rewiring.similarities > .none || rewiring.schedule != .epochs
    guard !needsSamples || samples != nil else { throw .noSamples(policy: name) }
  }

  /// Where training would stand.
  private func moment(
    _ step: Int, _ network: Network, skips: SkipLayers?, engine: Engine
  ) -> TrainingMoment {
    // So many that a share that falls towards the end has not fallen yet.
    let steps = 1 << 40
    guard policy.schedule != .epochs, let samples else {
      return TrainingMoment(steps: steps, skips: skips)
    }
    let indices = Array(0..<min(Self.batch, samples.count))
    let gradients = network.gradients(
      features: samples.features, labels: samples.labels, indices: indices[...], dropout: nil,
      workspace: Workspace(for: network, capacity: indices.count), engine: engine
    ).gradients
    return gradients.map { TrainingMoment(step: step, of: steps, gradients: $0) }
      ?? TrainingMoment(steps: steps, skips: skips)
  }
}
