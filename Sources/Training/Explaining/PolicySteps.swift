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
  /// The epochs that the network has been trained for, from which the steps go on.
  public let epochs: Int

  /// Steps of a policy.
  public init(policy: any Policy, samples: Samples?, seed: UInt64, after epochs: Int = 0) {
    self.policy = policy
    self.samples = samples
    self.seed = seed
    self.epochs = epochs
  }

  /// Has a network evolve so many times. O(steps · cells · samples) at most.
  ///
  /// Of a policy that evolves at steps, each is taken as one of the first, by the gradients of the first
  /// 100 samples. Skip layers are those given, or drawn anew.
  /// - Returns: what happened to the sparse layers, step by step.
  /// - Throws: `PolicyStepError`, before anything has happened.
  public func take(
    _ count: Int, on network: inout Network, skips: SkipLayers? = nil, engine: Engine
  ) throws(PolicyStepError) -> [[ExplainedEvolution]] {
    try check(count, network)
    var skips = policy.skips.map { plan in
      skips ?? SkipLayers(of: network, by: plan, seed: seed)
    }
    let source = samples.map { ActivationSource(features: $0.features, engine: engine) }
    return (1...count).map { step in
      let moment = moment(step, network, skips: skips, engine: engine)
      let layers = policy.explain(
        &network, epoch: epochs + step, seed: seed, activations: source, at: moment, on: engine)
      skips?.redraw(epoch: epochs + step, seed: seed)
      return layers
    }
  }

  private func check(_ count: Int, _ network: Network) throws(PolicyStepError) {
    let name = type(of: policy).about.name
    guard let rewiring = policy.rewiring else { throw .staticPolicy(name) }
    let matrices = network.layers.compactMap(\.weights.sparseMatrix)
    guard !matrices.isEmpty else { throw .denseNetwork }
    let connections = matrices.reduce(0) { $0 + $1.nonzeros }
    let cells = matrices.reduce(0.0) { $0 + Double($1.rows) * Double($1.columns) }
    guard Double(connections) * Double(count) <= Double(Self.connectionLimit),
      cells <= Double(Self.cellLimit)
    else { throw .tooLarge(connections: connections, steps: count) }
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
