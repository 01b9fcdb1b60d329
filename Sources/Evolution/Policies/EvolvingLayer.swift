internal import Networks
internal import Sparse

/// A sparse layer on its way through an evolution.
struct EvolvingLayer {
  /// Where and when; without the network once the choice is made.
  private var context: EvolutionContext
  private let keepsCells: Bool
  /// What new connections weigh.
  private let distribution: WeightDistribution
  /// The layer's matrix while it is taken out of the network.
  private var matrix: SparseMatrix?
  private var choice: Choice?
  /// What happened.
  private(set) var evolution: LayerEvolution?

  /// What is to change.
  private struct Choice {
    let positions: [Int32]
    let cells: [Cell]
    let weights: [Float]
  }

  init(context: EvolutionContext, keepsCells: Bool, distribution: WeightDistribution) {
    self.context = context
    self.keepsCells = keepsCells
    self.distribution = distribution
  }

  /// The layer, counted from 1.
  var layer: Int { context.layer }

  /// The connections of the matrix taken out; 0 without one.
  var nonzeros: Int { matrix?.nonzeros ?? 0 }

  /// Chooses what is to change, by the network as it is.
  mutating func choose(_ rewiring: Rewiring, in weights: Weights) {
    guard let matrix = weights.sparseMatrix else { return }
    choice = choice(rewiring, in: matrix)
    context = context.withoutNetwork
  }

  private func choice(_ rewiring: Rewiring, in matrix: SparseMatrix) -> Choice {
    let positions = rewiring.removal.positions(in: matrix, context: context)
    let cells = rewiring.growth.cells(in: matrix, afterRemoving: positions, context: context)
    var stream = context.stream(.growthWeights)
    return Choice(
      positions: positions, cells: cells,
      weights: distribution.draw(cells.count, from: &stream))
  }

  /// Takes the matrix out of its place, so that it is held here alone.
  mutating func take(_ weights: inout Weights) {
    guard case .sparse(let matrix) = weights else { return }
    weights = .dense(DenseMatrix(rows: 0, columns: 0))
    self.matrix = matrix
  }

  /// Puts the matrix back.
  mutating func give(_ weights: inout Weights) {
    guard let matrix else { return }
    weights = .sparse(matrix)
    self.matrix = nil
  }

  /// Rewires the matrix taken out, as chosen before or now.
  mutating func rewire(_ rewiring: Rewiring) {
    guard var matrix else { return }
    self.matrix = nil
    let choice = choice ?? choice(rewiring, in: matrix)
    let removed = keepsCells ? matrix.cells(at: choice.positions) : []
    let added = matrix.rewire(
      removing: choice.positions, adding: choice.cells, values: choice.weights)
    evolution = LayerEvolution(
      layer: layer, count: choice.positions.count, removed: removed,
      added: keepsCells ? choice.cells : [], addedPositions: added, nonzeros: matrix.nonzeros,
      density: matrix.density)
    self.choice = nil
    self.matrix = matrix
  }
}

extension [EvolvingLayer] {
  /// Layers up to so many connections evolve side by side; larger ones one after the other, so that
  /// what an evolution takes besides is there once.
  private static var small: Int { 1 << 20 }

  /// Calls `body` with each layer; side by side, one a thread, if all are small.
  mutating func forEachSideBySide(on engine: Engine?, _ body: (inout EvolvingLayer) -> Void) {
    guard let engine, allSatisfy({ $0.nonzeros <= Self.small }) else {
      for index in indices { body(&self[index]) }
      return
    }
    // The longest first, so that none is left for the end.
    let order = indices.sorted { self[$0].nonzeros > self[$1].nonzeros }
    withUnsafeMutableBufferPointer { layers in
      engine.pool.run(order.count) { body(&layers[order[$0]]) }
    }
  }
}
