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
      let works = densities.map { EvolutionWork(rows: size, columns: size, density: $0) }
      let timings = try context.rounds.measure(works.map { work in Contender { work.evolve() } })
      for (density, (work, timing)) in zip(densities, zip(works, timings)) {
        emit(work.matrix, density, timing, context)
      }
    }
  }

  private static func emit(
    _ matrix: SparseMatrix, _ density: Double, _ timing: Timing, _ context: BenchmarkContext
  ) {
    var fields = JSONFields([
      "rows": .integer(matrix.rows), "columns": .integer(matrix.columns),
      "density": .number(density), "connections": .integer(matrix.nonzeros),
      "zeta": .number(zeta), "threads": 1,
    ])
    fields.add(timing)
    fields["ns_per_connection"] = JSONFields.measure(
      timing.median * 1e9 / Double(matrix.nonzeros))
    context.emit("evolution", fields)
  }

  /// A matrix that evolves on and on.
  private final class EvolutionWork {
    private(set) var matrix: SparseMatrix
    private let distribution: WeightDistribution
    private var epoch = 0

    init(rows: Int, columns: Int, density: Double) {
      matrix = SparseWork(rows: rows, columns: columns, density: density).matrix
      // Built once, it is built anew at every evolution, as in training.
      _ = matrix.outputIndex
      distribution = .normal(deviation: (2 / Double(rows)).squareRoot())
    }

    /// One evolution with the random numbers of an epoch of its own.
    func evolve() {
      epoch += 1
      let removed = matrix.twoTailRemoval(fraction: zeta)
      var growth = RandomStream(seed: 1, purpose: .growth, epoch: epoch)
      let cells = matrix.emptyCells(removed.count, afterRemoving: removed, stream: &growth)
      var weights = RandomStream(seed: 1, purpose: .growthWeights, epoch: epoch)
      matrix.rewire(
        removing: removed, adding: cells, values: distribution.draw(cells.count, from: &weights))
    }
  }
}
