internal import Catalogue
internal import Evolution
internal import Networks
internal import Reports
internal import Sparse

/// Whole training steps of the papers' settings, at one and at all threads, with the share of each
/// part, and what evolution costs beside an epoch of them.
enum StepSection: BenchmarkSection {
  static let name = "step"
  static let summary = "whole training steps of the papers' networks, part by part"
  static let events = ["step"]

  static func run(_ context: BenchmarkContext) throws {
    for shape in TrainingShape.all {
      context.note("steps of \(shape.name), \(shape.shape)")
      let network = try shape.network()
      let data = shape.data(samples: context.isQuick ? 256 : min(shape.samples, 6400))
      for batch in context.isQuick ? [128] : [128, 100] {
        try StepGroup(shape, network, data, batch: batch, context).run()
      }
    }
  }
}

/// The steps of one network and batch under all thread counts, and its evolution: compared in the
/// same rounds.
private struct StepGroup {
  private let shape: TrainingShape
  private let batch: Int
  private let context: BenchmarkContext
  private let works: [TrainingWork]
  private let clock = StepClock()
  private let timed: TrainingWork
  private let evolving: [EvolvingNetwork]

  init(
    _ shape: TrainingShape, _ network: Network, _ data: SyntheticData, batch: Int,
    _ context: BenchmarkContext
  ) throws {
    self.shape = shape
    self.batch = batch
    self.context = context
    let engines = context.threadCounts.map { context.engine(context.usualSet, threads: $0) }
    works = engines.map { TrainingWork(network, data, batch: batch, on: $0) }
    timed = TrainingWork(network, data, batch: batch, on: engines[0], clock: clock)
    evolving = try engines.map { try EvolvingNetwork(network, on: $0) }
  }

  func run() throws {
    let contenders =
      works.map { work in Contender { work.step() } }
      + evolving.map { network in Contender { network.evolve() } }
    let timings = try context.rounds.measure(contenders + [Contender { timed.step() }])
    for (index, work) in works.enumerated() {
      precondition(work.loss.isFinite, "training on synthetic data diverged")
      emit(work, timings[index], one: timings[0], evolution: timings[works.count + index])
    }
  }

  private func emit(_ work: TrainingWork, _ timing: Timing, one: Timing, evolution: Timing) {
    let steps = (Double(shape.samples) / Double(batch)).rounded(.up)
    var fields = JSONFields([
      "case": .text(shape.name), "shape": .text(shape.shape), "epsilon": .number(shape.epsilon),
      "activation": .text(shape.activation), "dropout": .number(shape.dropout),
      "connections": .integer(work.network.parameters), "batch": .integer(batch),
    ])
    fields.add(work.engine)
    fields.add(timing)
    fields["ns_per_connection"] = JSONFields.measure(
      timing.median * 1e9 / Double(work.network.parameters))
    fields["samples_per_second"] = JSONFields.measure(Double(batch) / timing.median)
    if work.engine.threads > 1 {
      fields["speedup"] = JSONFields.measure(timing.speed(against: one))
    }
    fields["epoch_samples"] = .integer(shape.samples)
    fields["evolution_ms"] = JSONFields.measure(evolution.median * 1e3)
    fields["evolution_share"] = JSONFields.measure(evolution.median / (steps * timing.median))
    if work.engine.threads == 1 { addParts(&fields) }
    context.emit("step", fields)
  }

  /// The parts of the timed step, each with its share of their sum.
  private func addParts(_ fields: inout JSONFields) {
    let parts = StepPart.all(layers: shape.widths.count - 1).map { part in
      (part: part, seconds: Timing.median(of: clock.seconds[part] ?? []))
    }
    let total = parts.reduce(0) { $0 + $1.seconds }
    func share(_ parts: [(part: StepPart, seconds: Double)]) -> Double {
      total > 0 ? parts.reduce(0) { $0 + $1.seconds } / total : 0
    }
    let elementwise = parts.filter { $0.part.isElementwise }
    fields["elementwise_share"] = JSONFields.measure(share(elementwise))
    fields["largest_elementwise_share"] = JSONFields.measure(
      elementwise.map { share([$0]) }.max() ?? 0)
    fields["parts_ms"] = JSONFields.measure(total * 1e3)
    fields["parts"] = .array(
      parts.map { part, seconds in
        var fields = JSONFields(["part": .text(part.name)])
        fields["layer"] = part.layer.map { .integer($0) }
        fields["ms"] = JSONFields.measure(seconds * 1e3)
        fields["share"] = JSONFields.measure(total > 0 ? seconds / total : 0)
        return fields.json
      })
  }
}

/// A network that evolves on and on by SET.
private final class EvolvingNetwork {
  private var network: Network
  private let policy: any Policy
  private let engine: Engine
  private var epoch = 0
  private(set) var added = 0

  init(_ network: Network, on engine: Engine) throws {
    self.network = network
    self.engine = engine
    policy = try Policies.make(Call("set"))
  }

  func evolve() {
    epoch += 1
    added = policy.evolve(
      &network, epoch: epoch, seed: 1, keepingCells: false, on: engine
    ).reduce(0) { $0 + $1.count }
  }
}
