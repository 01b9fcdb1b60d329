internal import Datasets
internal import Evolution
internal import Networks
internal import Sparse

/// The state of one training while it runs.
struct TrainingLoop {
  private let trainer: Trainer
  private let engine: Engine
  private let cancellation: Cancellation
  private let workspace: Workspace
  private let activations: ActivationSource
  private let started = ContinuousClock.now
  private var network: Network
  private var skips: SkipTraining?
  private let schedule: Schedule
  private var epochRecords: [EpochRecord] = []
  private var evolutionRecords: [EvolutionRecord] = []
  private var lastAdded: [[Int32]]
  /// Of each layer, if it is sparse and exploration is to be followed.
  private var explored: [ExploredCells?]
  private var topology: TopologyHistory
  /// Whether the topology is one that `topology` does not know of.
  private var isRewired = true
  private var lastTest: Evaluation?
  private var lastValidation: Evaluation?
  private var criterion: any StoppingCriterion
  private var stopped = false
  private var failure: TrainingError?

  private var settings: TrainingSettings { trainer.settings }
  private var dataset: Dataset { trainer.dataset }

  /// A loop that has not begun.
  init(trainer: Trainer, network: Network, engine: Engine, cancellation: Cancellation) {
    self.trainer = trainer
    self.engine = engine
    self.cancellation = cancellation
    self.network = network
    lastAdded = network.layers.map { _ in [] }
    explored = network.layers.map { layer in
      trainer.settings.followsExploration ? layer.weights.sparseMatrix.map(ExploredCells.init) : nil
    }
    topology = TopologyHistory(
      of: network, image: trainer.dataset.image ?? trainer.dataset.augmentation?.image)
    workspace = Workspace(
      for: network, capacity: max(trainer.settings.batch, network.evaluationBatch))
    activations = ActivationSource(features: trainer.dataset.train.features, engine: engine)
    criterion = trainer.settings.stop
    schedule = trainer.settings.policy.schedule
    skips = trainer.settings.policy.skips.flatMap { plan in
      SkipTraining(
        of: network, by: plan, batch: trainer.settings.batch, seed: trainer.settings.seed)
    }
  }

  /// Trains to the end, or as far as it comes.
  mutating func run(_ observe: (TrainingEvent) -> Void) -> Run {
    observe(.started(start))
    tellDegrees(observe)
    for epoch in 0..<settings.epochs {
      guard train(epoch: epoch + 1, observe), !stopped else { break }
    }
    return finish()
  }

  private var start: TrainingStart {
    TrainingStart(
      dataName: dataset.name, widths: network.widths, parameters: network.parameters,
      density: network.density, epochs: settings.epochs,
      batches: batches, isWatched: settings.isWatched)
  }

  /// O(inputs), as the rows of a matrix know where they begin.
  private func tellDegrees(_ observe: (TrainingEvent) -> Void) {
    guard settings.isWatched, let matrix = network.layers.first?.weights.sparseMatrix else {
      return
    }
    observe(.degrees(matrix.rowDegrees()))
  }

  /// The steps of an epoch.
  private var batches: Int { (dataset.train.count + settings.batch - 1) / settings.batch }

  /// The steps of all epochs asked for, which schedules go by whether or not training stops early.
  private var steps: Int { settings.epochs * batches }

  /// The number of the step, counted from 1 over all epochs, of a batch counted from 0.
  private func step(epoch: Int, batch: Int) -> Int { (epoch - 1) * batches + batch + 1 }

  /// One epoch with its tests and evolution; false if training cannot go on.
  private mutating func train(epoch: Int, _ observe: (TrainingEvent) -> Void) -> Bool {
    let clock = ContinuousClock.now
    guard let trained = pass(epoch: epoch, observe) else { return false }
    let tested = test(on: dataset.test, for: .testing, epoch: epoch)
    guard tested.loss.isFinite else {
      failure = .diverged(epoch: epoch, batch: 0, rate: settings.rate)
      return false
    }
    lastTest = tested
    lastValidation = validate(epoch: epoch)
    let count = Double(dataset.train.count)
    let record = EpochRecord(
      epoch: epoch, epochs: settings.epochs, trainLoss: trained.loss / count,
      trainAccuracy: Double(trained.correct) / count, testLoss: tested.loss,
      testAccuracy: tested.accuracy,
      validationLoss: lastValidation.flatMap { $0.loss.isFinite ? $0.loss : nil },
      validationAccuracy: lastValidation?.accuracy, seconds: clock.duration(to: .now).seconds)
    epochRecords.append(record)
    if isRewired { topology.insert(network, epoch: epoch) }
    isRewired = false
    observe(.epoch(record))
    // Asked before the network evolves, so that it stays the one that was tested.
    if epoch < settings.epochs, let accuracy = record.validationAccuracy {
      stopped = criterion.ends(after: accuracy)
    }
    if schedule == .epochs, epoch < settings.epochs, !stopped,
      epoch % settings.evolveEvery == 0
    {
      let moment = TrainingMoment(steps: steps, skips: skips?.layers)
      evolve(epoch, at: moment, observe)
      let seed = settings.seed
      skips?.layers.redraw(epoch: epoch, seed: seed)
    }
    if settings.fidelity == .code, settings.policy.published.resetsVelocity {
      network.resetVelocity()
    }
    return true
  }

  /// All batches of an epoch in the order the seed gives; nil if it was stopped on the way.
  private mutating func pass(
    epoch: Int, _ observe: (TrainingEvent) -> Void
  ) -> BatchResult? {
    var order = Array(0..<dataset.train.count)
    var stream = RandomStream(seed: settings.seed, purpose: .shuffle, epoch: epoch)
    stream.shuffle(&order)
    let step = settings.optimizer.step(
      rate: settings.rate, momentum: settings.momentum, decay: settings.weightDecay)
    var total = BatchResult.zero
    var batch = 0
    for first in stride(from: 0, to: order.count, by: settings.batch) {
      if cancellation.isCancelled { return nil }
      let last = min(first + settings.batch, order.count)
      let result =
        isDue(epoch: epoch, batch: batch)
        ? evolve(order[first..<last], epoch: epoch, batch: batch, observe)
        : train(order[first..<last], epoch: epoch, batch: batch, step)
      batch += 1
      guard result.loss.isFinite else {
        failure = .diverged(epoch: epoch, batch: batch, rate: settings.rate)
        return nil
      }
      total += result
    }
    return total
  }

  /// One step on the weights.
  private mutating func train(
    _ indices: ArraySlice<Int>, epoch: Int, batch: Int, _ step: MomentumStep
  ) -> BatchResult {
    let seed = settings.seed
    let (samples, indices) = dataset.batch(indices, epoch: epoch, seed: seed, on: engine)
    let dropout = DropoutAddress(seed: seed, epoch: epoch, batch: batch)
    let (workspace, engine) = (workspace, engine)
    let beside = skips?.train(
      &network, samples, indices, step: step, dropout: dropout, workspace: workspace,
      engine: engine)
    if let beside { return beside }
    return network.train(
      features: samples.features, labels: samples.labels, indices: indices, step: step,
      dropout: dropout, workspace: workspace, engine: engine)
  }

  /// Whether the topology changes at a batch (counted from 0) instead of the weights.
  private func isDue(epoch: Int, batch: Int) -> Bool {
    schedule.isDue(step: step(epoch: epoch, batch: batch), of: steps)
  }

  /// One step on the topology, by the gradients of a batch.
  private mutating func evolve(
    _ indices: ArraySlice<Int>, epoch: Int, batch: Int, _ observe: (TrainingEvent) -> Void
  ) -> BatchResult {
    let (samples, indices) = dataset.batch(
      indices, epoch: epoch, seed: settings.seed, on: engine)
    let (result, gradients) = network.gradients(
      features: samples.features, labels: samples.labels, indices: indices,
      dropout: DropoutAddress(seed: settings.seed, epoch: epoch, batch: batch),
      workspace: workspace, engine: engine)
    if let gradients {
      let moment = TrainingMoment(
        step: step(epoch: epoch, batch: batch), of: steps, gradients: gradients)
      evolve(epoch, at: moment, observe)
    }
    return result
  }

  /// How the network does on samples; with `fidelity=code`, where the public code does so, as
  /// trained, dropout on.
  private func test(on samples: Samples, for pass: DropoutAddress.Pass, epoch: Int) -> Evaluation {
    let dropout = DropoutAddress(seed: settings.seed, epoch: epoch, batch: 0, pass: pass)
    return network.evaluate(
      on: samples, dropout: dropsWhenTesting ? dropout : nil,
      workspace: workspace, engine: engine)
  }

  /// How the network does on the validation samples, in the same way; nil where there are none.
  private func validate(epoch: Int) -> Evaluation? {
    dataset.validation.map { test(on: $0, for: .validation, epoch: epoch) }
  }

  private var dropsWhenTesting: Bool {
    settings.fidelity == .code && settings.policy.published.dropsWhenTesting
  }

  private mutating func evolve(
    _ epoch: Int, at moment: TrainingMoment, _ observe: (TrainingEvent) -> Void
  ) {
    let evolutions = settings.policy.evolve(
      &network, epoch: epoch, seed: settings.seed, fidelity: settings.fidelity,
      activations: activations,
      at: moment, keepingCells: false, on: engine)
    for evolution in evolutions {
      let layer = evolution.layer - 1
      lastAdded[layer] = evolution.addedPositions
      if let matrix = network.layers[layer].weights.sparseMatrix {
        explored[layer]?.insert(evolution.addedPositions, of: matrix)
      }
      let record = EvolutionRecord(
        epoch: epoch, layer: evolution.layer, removed: evolution.count,
        added: evolution.count, nonzeros: evolution.nonzeros, density: evolution.density,
        explored: explored[layer]?.share)
      evolutionRecords.append(record)
      observe(.evolution(record))
    }
    guard !evolutions.isEmpty else { return }
    isRewired = true
    tellDegrees(observe)
  }

  private mutating func finish() -> Run {
    let completed = epochRecords.count == settings.epochs || stopped
    // A network cancelled within an epoch is not the one last tested.
    let (tested, validated) = completed ? (lastTest, lastValidation) : (nil, nil)
    let epoch = completed ? 0 : epochRecords.count + 1
    topology.finish(
      network, epoch: completed ? epochRecords.count : epoch,
      changed: isRewired && !(completed && epochRecords.isEmpty))
    return Run(
      plan: trainer.plan, settings: settings, data: DataRecord(dataset), network: network,
      skips: skips?.layers,
      epochRecords: epochRecords, evolutionRecords: evolutionRecords, lastAdded: lastAdded,
      topology: topology,
      test: tested ?? test(on: dataset.test, for: .testing, epoch: epoch),
      validation: validated ?? validate(epoch: epoch), seconds: started.duration(to: .now).seconds,
      completed: completed, failure: failure,
      digest: RunDigest.of(network, epochRecords, evolutionRecords))
  }
}

extension Duration {
  /// The length in seconds.
  fileprivate var seconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }
}
