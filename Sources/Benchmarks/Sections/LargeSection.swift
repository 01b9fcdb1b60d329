internal import Catalogue
internal import Evolution
internal import Networks
internal import Reports
internal import Sparse

/// The largest network of the SET reference's table: what an epoch takes, and how much memory.
/// Needs some gigabytes, so it runs only when asked for.
enum LargeSection: BenchmarkSection {
  static let name = "large"
  static let summary = "a network of 1,803,317 neurons and 63 million connections (opt-in)"
  static let isOptIn = true
  static let events = ["large"]

  static func run(_ context: BenchmarkContext) throws {
    let shape = context.isQuick ? TrainingShape.quickLarge : .large
    let before = ProcessMemory.now
    ProcessMemory.resetPeak()
    context.note("building \(shape.shape)")
    let begin = Clock.now
    let network = try shape.network()
    var fields = JSONFields([
      "case": .text(shape.name), "shape": .text(shape.shape), "epsilon": .number(shape.epsilon),
      "neurons": .integer(shape.widths.reduce(0, +)),
      "connections": .integer(network.parameters), "batch": .integer(batch),
    ])
    fields["build_seconds"] = JSONFields.measure(Clock.now - begin)
    try measure(network, shape, fields, memoryBefore: before, context)
  }

  private static let batch = 2

  private static func measure(
    _ network: consuming Network, _ shape: TrainingShape, _ fields: JSONFields,
    memoryBefore: Int?, _ context: BenchmarkContext
  ) throws {
    let connections = Double(network.parameters)
    let data = shape.data(samples: shape.samples)
    let engine = context.engine(
      context.usualSet, threads: context.threadCounts[context.threadCounts.count - 1])
    context.note("training \(shape.shape)")
    let work = TrainingWork(network, data, batch: batch, on: engine)
    let timings = try context.rounds.measure([Contender { work.step() }])
    let steps = (Double(shape.samples) / Double(batch)).rounded(.up)
    var fields = fields
    fields.add(engine)
    fields.add(timings[0])
    fields["ns_per_connection"] = JSONFields.measure(timings[0].median * 1e9 / connections)
    fields["epoch_samples"] = .integer(shape.samples)
    fields["epoch_seconds"] = JSONFields.measure(steps * timings[0].median)
    let training = ProcessMemory.peak
    fields["stored_bytes_per_connection"] = JSONFields.measure(
      Double(work.network.storedBytes) / connections)
    context.note("evolving \(shape.shape)")
    fields["evolution_seconds"] = JSONFields.measure(try work.evolve())
    // Memory is what was taken beyond what the process had before.
    for (name, peak) in [("training", training), ("evolution", ProcessMemory.peak)] {
      guard let peak, let memoryBefore else { continue }
      fields["\(name)_peak_bytes"] = .integer(peak - memoryBefore)
      fields["\(name)_bytes_per_connection"] = JSONFields.measure(
        Double(peak - memoryBefore) / connections)
    }
    context.emit("large", fields)
  }
}

extension TrainingShape {
  /// A stand-in for tests.
  fileprivate static let quickLarge = TrainingShape(
    name: "large", widths: [331, 6000, 6000, 6000, 5], epsilon: 20, activation: "srelu",
    samples: 203)
}

extension Network {
  /// The bytes of the arrays that hold it for good.
  fileprivate var storedBytes: Int {
    layers.reduce(0) { sum, layer in
      let trained = [layer.bias].compactMap { $0 } + layer.activation.trained
      return sum + layer.weights.storedBytes + trained.reduce(0) { $0 + 8 * $1.values.count }
    }
  }
}

extension Weights {
  fileprivate var storedBytes: Int {
    switch self {
    case .sparse(let matrix): matrix.storedBytes
    case .dense(let matrix): 4 * (matrix.values.count + matrix.velocity.count)
    }
  }
}
