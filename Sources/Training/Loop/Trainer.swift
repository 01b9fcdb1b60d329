public import Datasets
public import Networks
public import Sparse
internal import Catalogue
internal import Evolution

/// Trains a plan on a data set: builds the network, runs the epochs, evolves as the policy's schedule
/// says, and tells an observer of each.
///
/// The result depends on plan, data and settings alone, not on the number of threads or on time.
public struct Trainer: Sendable {
  /// The plan of the network.
  public let plan: NetworkPlan
  /// The data.
  public let dataset: Dataset
  /// How to train.
  public let settings: TrainingSettings

  /// The memory that the training takes.
  public let memory: MemoryStatement

  /// A trainer of `plan` on `dataset`.
  ///
  /// Everything that can be known beforehand is checked, and nothing is allocated.
  /// - Parameters:
  ///   - plan: the network.
  ///   - dataset: the data.
  ///   - settings: how to train.
  ///   - memoryLimit: the most bytes that the training may take, its data included; nil for what the
  ///     machine can give.
  /// - Throws: `NetworkError` where the shape does not fit the data or more memory is needed than
  ///   may be taken; `TrainingError.batch` where the batch is larger than the training set, and
  ///   `TrainingError.noValidation` where the stopping criterion has no samples to judge by.
  public init(
    plan: NetworkPlan, dataset: Dataset, settings: TrainingSettings, memoryLimit: UInt64? = nil
  ) throws {
    guard settings.batch <= dataset.train.count else {
      throw TrainingError.batch(asked: settings.batch, samples: dataset.train.count)
    }
    guard dataset.validation != nil || !type(of: settings.stop).needsValidation else {
      throw TrainingError.noValidation(criterion: settings.stopCall.name)
    }
    memory = try Self.memory(plan: plan, dataset: dataset, settings: settings)
    try MemoryBound.machine.check(memory)
    if let memoryLimit { try MemoryBound.limit(memoryLimit).check(memory) }
    self.plan = plan
    self.dataset = dataset
    self.settings = settings
  }

  /// The memory that a training takes; nothing is taken yet.
  /// - Throws: `NetworkError` where the shape does not fit the data.
  public static func memory(
    plan: NetworkPlan, dataset: Dataset, settings: TrainingSettings
  ) throws -> MemoryStatement {
    let layers = try plan.layers(inputs: dataset.width, classes: dataset.classes)
    let neurons = layers.reduce(dataset.width) { $0 + $1.columns }
    var memory = try plan.memory(
      inputs: dataset.width, classes: dataset.classes,
      batch: max(settings.batch, Network.evaluationBatch(neurons: neurons)),
      skips: settings.policy.skips)
    memory.besides = [dataset.test, dataset.validation].compactMap { $0 }
      .map { confusionBytes(classes: dataset.classes, samples: $0.count) }
      .reduce(
        addedBytes(layers, settings) + exploredBytes(layers, settings)
          + dataset.batchBytes(settings.batch)
      ) { sum, counts in
        let (besides, overflow) = sum.addingReportingOverflow(counts)
        return overflow ? .max : besides
      }
    memory.data = dataset.bytes
    memory.working = max(
      memory.working, similarityBytes(layers, plan: plan, dataset: dataset, settings))
    return memory
  }

  /// The bytes that evolutions take for a while where they compare neurons.
  private static func similarityBytes(
    _ layers: [LayerPlan], plan: NetworkPlan, dataset: Dataset, _ settings: TrainingSettings
  ) -> UInt64 {
    guard let rewiring = settings.policy.rewiring, rewiring.similarities > .none,
      settings.epochs > settings.evolveEvery
    else { return 0 }
    let samples = rewiring.samplesAtOnce(
      of: max(1, dataset.train.count),
      neurons: layers.reduce(dataset.width) { $0 + $1.columns }, settings.fidelity)
    let activations = plan.workspaceBytes(
      layers, inputs: dataset.width, batch: samples,
      contents: rewiring.similarity.contents(settings.fidelity))
    let (bytes, overflow) = rewiring.similarityBytes(layers).addingReportingOverflow(activations)
    return overflow ? .max / 2 : bytes
  }

  /// The bytes of the positions of what the last evolution added, which a run keeps.
  private static func addedBytes(_ layers: [LayerPlan], _ settings: TrainingSettings) -> UInt64 {
    guard let rewiring = settings.policy.rewiring,
      rewiring.schedule != .epochs || settings.epochs > settings.evolveEvery
    else { return 0 }
    let connections = layers.reduce(0) { $0 + ($1.connections ?? 0) }
    return UInt64(4 * rewiring.removal.largestShare * Double(connections))
  }

  /// The bytes of what follows exploration.
  private static func exploredBytes(_ layers: [LayerPlan], _ settings: TrainingSettings) -> UInt64 {
    guard settings.followsExploration else { return 0 }
    return layers.reduce(0) { sum, layer in
      guard let connections = layer.connections else { return sum }
      return sum
        + ExploredCells.bytes(
          rows: layer.rows, columns: layer.columns, connections: connections)
    }
  }

  /// The bytes of the counts by true and predicted class that two tests at once hold: only classes
  /// with a sample have a row.
  public static func confusionBytes(classes: Int, samples: Int) -> UInt64 {
    let rows = UInt64(min(classes, samples))
    let (bytes, overflow) = rows.multipliedReportingOverflow(by: 16 * UInt64(classes))
    return overflow ? .max : bytes
  }

  /// Trains.
  ///
  /// A run that is cancelled, or whose loss stops being a finite number, ends early and is returned
  /// with all finished epochs: `completed` is false, and `failure` says why it failed. One that its
  /// criterion stopped is completed, with the network of its last epoch.
  ///
  /// - Parameters:
  ///   - engine: what to compute with; by default one of the settings' number of threads.
  ///   - cancellation: looked at before every batch.
  ///   - observe: told of every event, on the calling thread, in order.
  /// - Throws: `NetworkError` where the network cannot be built.
  public func run(
    engine: Engine? = nil, cancellation: Cancellation = Cancellation(),
    observe: (TrainingEvent) -> Void = { _ in }
  ) throws -> Run {
    var network = try plan.build(
      inputs: dataset.width, classes: dataset.classes, seed: settings.seed)
    if settings.fidelity == .code, let dropout = settings.policy.published.dropout {
      network = Network(layers: network.layers, dropout: dropout)
    }
    var loop = TrainingLoop(
      trainer: self, network: consume network, engine: engine ?? Engine(threads: settings.threads),
      cancellation: cancellation)
    let run = loop.run(observe)
    observe(.finished(run))
    return run
  }
}
