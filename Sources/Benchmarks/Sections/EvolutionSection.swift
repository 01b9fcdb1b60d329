internal import Networks
internal import Reports
internal import Sparse

/// SET's evolution of single matrices: removal, growth, new weights and rewiring.
enum EvolutionSection: BenchmarkSection {
  static let name = "evolution"
  static let summary = "SET's removal, growth and rewiring of single matrices"
  static let events = ["evolution"]

  private static let zeta = 0.3

  static func run(_ context: BenchmarkContext) throws {
    let sizes = context.isQuick ? [300] : [300, 1000, 4000]
    let densities = context.isQuick ? [0.05] : [0.01, 0.05, 0.2]
    for size in sizes {
      context.note("evolution of \(size) × \(size)")
      let engines = context.threadCounts.map { context.engine(context.usualSet, threads: $0) }
      let works = densities.flatMap { density in
        engines.map { EvolutionWork(size: size, density: density, on: $0) }
      }
      let timings = try context.rounds.measure(works.map { work in Contender { work.evolve() } })
      for (work, timing) in zip(works, timings) { emit(work, timing, context) }
    }
  }

  private static func emit(
    _ work: EvolutionWork, _ timing: Timing, _ context: BenchmarkContext
  ) {
    var fields = JSONFields([
      "rows": .integer(work.matrix.rows), "columns": .integer(work.matrix.columns),
      "density": .number(work.density), "connections": .integer(work.matrix.nonzeros),
      "zeta": .number(zeta),
    ])
    fields.add(work.engine)
    fields.add(timing)
    fields["ns_per_connection"] = JSONFields.measure(
      timing.median * 1e9 / Double(work.matrix.nonzeros))
    context.emit("evolution", fields)
  }

  /// A matrix that evolves on and on.
  private final class EvolutionWork {
    private(set) var matrix: SparseMatrix
    let density: Double
    let engine: Engine
    private let distribution: WeightDistribution
    private var epoch = 0

    init(size: Int, density: Double, on engine: Engine) {
      matrix = SparseWork(rows: size, columns: size, density: density).matrix
      self.density = density
      self.engine = engine
      distribution = .normal(deviation: (2 / Double(size)).squareRoot())
      // Training has needed the index by output, so evolution keeps it up.
      _ = matrix.outputIndex
    }

    /// One evolution with the random numbers of an epoch of its own.
    func evolve() {
      epoch += 1
      let removed = matrix.twoTailRemoval(fraction: zeta, on: engine)
      var growth = RandomStream(seed: 1, purpose: .growth, epoch: epoch)
      let cells = matrix.emptyCells(
        removed.count, afterRemoving: removed, stream: &growth, on: engine)
      var weights = RandomStream(seed: 1, purpose: .growthWeights, epoch: epoch)
      _ = matrix.rewire(
        removing: removed, adding: cells, values: distribution.draw(cells.count, from: &weights))
    }
  }
}
