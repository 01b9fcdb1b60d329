internal import Catalogue
internal import Networks
internal import Reports

/// What a step costs a connection as networks grow, from 10⁵ to 10⁷ connections.
enum ScalingSection: BenchmarkSection {
  static let name = "scaling"
  static let summary = "the cost of a connection from 10⁵ to 10⁷ connections"
  static let events = ["scaling"]

  /// How a series grows.
  private enum Series: String, CaseIterable {
    /// More layers, each 1000 × 1000 at 5 %: nothing but the number of connections changes.
    case depth
    /// Two layers at 5 %, wider and wider.
    case width

    var batch: Int { self == .depth ? 128 : 32 }

    func widths(connections: Double) -> [Int] {
      switch self {
      case .depth: Array(repeating: 1000, count: Int((connections / 50_000).rounded()) + 1) + [10]
      case .width:
        Array(repeating: Int((connections / 2 / 0.05).squareRoot().rounded()), count: 3) + [10]
      }
    }
  }

  static func run(_ context: BenchmarkContext) throws {
    let sizes = context.isQuick ? [1e5, 2e5] : [1e5, 3e5, 1e6, 3e6, 1e7]
    for series in Series.allCases {
      for connections in sizes {
        try measure(series, widths: series.widths(connections: connections), context)
      }
    }
  }

  private static func measure(
    _ series: Series, widths: [Int], _ context: BenchmarkContext
  ) throws {
    let plan = try NetworkPlan(
      shape: Shape(
        input: widths[0], hidden: Array(widths.dropFirst().dropLast()),
        output: widths[widths.count - 1]),
      arguments: Arguments([
        "sparse": .call(Call("density", Arguments(["density": 0.05]))),
        "activation": .call(Call("srelu")), "dropout": 0.3,
      ]))
    let network = try plan.build(
      inputs: widths[0], classes: widths[widths.count - 1], seed: 1)
    context.note("scaling by \(series.rawValue): \(network.parameters) connections")
    let data = SyntheticData(samples: 256, width: network.inputs, classes: network.classes)
    let engines = context.threadCounts.map { context.engine(context.usualSet, threads: $0) }
    let works = engines.map { TrainingWork(network, data, batch: series.batch, on: $0) }
    let timings = try context.rounds.measure(works.map { work in Contender { work.step() } })
    let tile = widths[0] * series.batch * 4
    for (work, timing) in zip(works, timings) {
      var fields = JSONFields([
        "series": .text(series.rawValue), "connections": .integer(network.parameters),
        "layers": .integer(network.layers.count), "neurons": .integer(widths[0]),
        "batch": .integer(series.batch),
      ])
      fields.add(work.engine)
      fields["ns_per_connection"] = JSONFields.measure(
        timing.median * 1e9 / Double(network.parameters))
      fields.add(timing)
      fields["tile_bytes"] = .integer(tile)
      fields["tile_level"] = .text(context.caches.level(holding: tile))
      context.emit("scaling", fields)
    }
  }
}
