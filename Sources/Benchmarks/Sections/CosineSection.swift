internal import Networks
internal import Reports
internal import Sparse

/// Cosine similarities: of single layers, and a whole evolution by them beside an epoch of training.
enum CosineSection: BenchmarkSection {
  static let name = "cosine"
  static let summary = "cosine similarities, choices by them, and a whole evolution"
  static let events = ["cosine", "cosine_evolution"]

  private static let density = 0.05

  static func run(_ context: BenchmarkContext) throws {
    let sizes = context.isQuick ? [300] : [300, 1000, 4000]
    for set in context.sets {
      for threads in context.threadCounts {
        // The portable set, many times slower, leaves out what is large.
        for size in sizes where set != .portable || size <= 300 || context.sets.count == 1 {
          context.note("cosine similarities of \(size) × \(size), \(set.rawValue)")
          try measure(size, on: context.engine(set, threads: threads), context)
        }
      }
    }
    try measureEvolution(context)
  }

  private static func measure(
    _ size: Int, on engine: Engine, _ context: BenchmarkContext
  ) throws {
    let work = CosineWork(size: size, density: density, samples: context.isQuick ? 256 : 2048)
    let peak = PeakMeasurement(engine)
    let kinds = CosineWork.Kind.allCases
    let timings = try context.rounds.measure(
      [peak.contender] + kinds.map { work.contender($0, on: engine) })
    for (kind, timing) in zip(kinds, timings.dropFirst()) {
      var fields = JSONFields([
        "kind": .text(kind.rawValue), "rows": .integer(size), "columns": .integer(size),
        "density": .number(density), "batch": .integer(work.samples),
      ])
      fields.add(engine)
      fields["gflops"] = JSONFields.measure(work.flops(kind) / timing.median / 1e9)
      fields.add(timing)
      fields["share_of_peak"] = JSONFields.measure(
        work.flops(kind) / peak.flops * timing.speed(against: timings[0]))
      context.emit("cosine", fields)
    }
  }

  /// The ISOLET network over all its samples, beside its training steps.
  private static func measureEvolution(_ context: BenchmarkContext) throws {
    context.note("an evolution by cosine similarity")
    let shape = context.isQuick ? TrainingShape.fashion : .isolet
    let network = try shape.network()
    let samples = context.isQuick ? 256 : shape.samples
    let data = shape.data(samples: samples)
    let engines = context.threadCounts.map { context.engine(context.usualSet, threads: $0) }
    let cases = CosineEvolution.policies.flatMap { name in engines.indices.map { (name, $0) } }
    let evolutions = try cases.map { name, engine in
      try CosineEvolution(name, of: network, data, on: engines[engine])
    }
    let works = engines.map { TrainingWork(network, data, batch: 128, on: $0) }
    let timings = try context.rounds.measure(
      evolutions.map { evolution in Contender { evolution.evolve() } }
        + works.map { work in Contender { work.step() } })
    let steps = (Double(samples) / 128).rounded(.up)
    for (index, (name, engine)) in cases.enumerated() {
      let (timing, step) = (timings[index], timings[cases.count + engine])
      var fields = JSONFields([
        "case": .text(shape.name), "shape": .text(shape.shape), "policy": .text(name),
        "samples_seen": .integer(samples),
      ])
      fields.add(engines[engine])
      fields.add(timing)
      fields["epoch_ms"] = JSONFields.measure(steps * step.median * 1e3)
      fields["evolution_share"] = JSONFields.measure(1 / timing.speed(against: step) / steps)
      context.emit("cosine_evolution", fields)
    }
  }
}
