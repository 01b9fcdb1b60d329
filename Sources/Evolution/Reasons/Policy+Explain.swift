public import Networks
public import Sparse

extension Policy {
  /// Rewires every sparse layer once, exactly as `evolve` does, and says why each connection went or
  /// came. The rules are asked for their reasons afterwards, about the network as it was, so that training
  /// pays nothing for it. For small networks: similarities of all cells are held at once.
  ///
  /// Parameters as for `evolve`.
  /// - Returns: what happened in each sparse layer, in order; empty if nothing evolves.
  public func explain(
    _ network: inout Network, epoch: Int, seed: UInt64, fidelity: Fidelity = .paper,
    activations: ActivationSource? = nil, at moment: TrainingMoment? = nil, on engine: Engine? = nil
  ) -> [ExplainedEvolution] {
    guard let rewiring else { return [] }
    let before = network
    let evolutions = evolve(
      &network, epoch: epoch, seed: seed, fidelity: fidelity, activations: activations, at: moment,
      on: engine)
    let gathered = rewiring.similarities(
      of: before, activations, fidelity: fidelity, epoch: epoch, seed: seed, method: .exact)
    return evolutions.compactMap { evolution in
      let index = evolution.layer - 1
      guard let old = before.layers[index].weights.sparseMatrix,
        let new = network.layers[index].weights.sparseMatrix
      else { return nil }
      let context = EvolutionContext(
        network: before, epoch: epoch, layer: evolution.layer, seed: seed,
        fidelity: fidelity,
        activations: activations,
        gathered: gathered.map { LayerSimilarities(network: $0, layer: evolution.layer) },
        engine: engine, moment: moment)
      return rewiring.explained(evolution, from: old, to: new, context: context)
    }
  }
}

extension Rewiring {
  /// An evolution of a layer with the reasons that the rules give.
  fileprivate func explained(
    _ evolution: LayerEvolution, from old: SparseMatrix, to new: SparseMatrix,
    context: EvolutionContext
  ) -> ExplainedEvolution {
    let positions = old.positions(of: evolution.removed)
    let removal = self.removal.reasons(in: old, context: context)
    let thresholds = removal?.thresholds(removing: positions)
    let gone = Set(positions)
    let cells = Array(old.cells())
    func connection(_ position: Int, threshold: Float?) -> ExplainedEvolution.Change {
      ExplainedEvolution.Change(
        cell: cells[position], weight: old.values[position],
        score: removal.map { Double($0.scores[position]) }, threshold: threshold.map(Double.init))
    }
    let removed = positions.indices.map { index in
      connection(Int(positions[index]), threshold: thresholds?[index])
    }
    let kept = cells.indices.filter { !gone.contains(Int32($0)) }.map {
      connection($0, threshold: nil)
    }
    let growth = self.growth.reasons(
      for: evolution.added, in: old, afterRemoving: positions, context: context)
    let added = evolution.added.indices.map { index in
      let score = growth?.scores[index]
      return ExplainedEvolution.Change(
        cell: evolution.added[index],
        weight: new.values[Int(evolution.addedPositions[index])],
        score: score, threshold: score.flatMap { $0 > 0 ? growth?.threshold : nil })
    }
    return ExplainedEvolution(
      layer: evolution.layer, before: old, after: new, kept: kept, removed: removed, added: added,
      removalMeasure: removal?.measure, hasTails: removal?.hasTails ?? false,
      growthMeasure: growth?.measure, growthIsByScore: growth?.isByScore ?? false)
  }
}

extension SparseMatrix {
  /// The positions of connections at cells, both ascending. O(rows + nonzeros).
  fileprivate func positions(of wanted: [Cell]) -> [Int32] {
    var positions: [Int32] = []
    for (position, cell) in cells().enumerated() {
      if positions.count < wanted.count, wanted[positions.count] == cell {
        positions.append(Int32(position))
      }
    }
    return positions
  }
}
