public import Networks
internal import Sparse

extension Policy {
  /// Rewires every sparse layer of a network once: removal, growth and new weights by the policy's
  /// rules. Survivors keep weight and velocity, new connections start at rest.
  ///
  /// What changes is chosen for all layers by the network as it was, then done layer by layer, so
  /// that one layer at most is in memory twice. O(nonzeros), besides what the rules take.
  ///
  /// - Parameters:
  ///   - network: what evolves.
  ///   - epoch: the epoch just finished, counted from 1.
  ///   - seed: the seed of the run; with the epoch and the layer it fixes what is drawn.
  ///   - fidelity: `.code` gives new connections the weight 0.
  ///   - activations: the training samples, for rules that look at them.
  /// - Returns: what happened in each sparse layer, in order; empty if nothing evolves.
  public func evolve(
    _ network: inout Network, epoch: Int, seed: UInt64, fidelity: Fidelity = .paper,
    activations: ActivationSource? = nil
  ) -> [LayerEvolution] {
    guard let rewiring else { return [] }
    let choices = rewiring.choose(
      network, epoch: epoch, seed: seed, fidelity: fidelity, activations: activations)
    return choices.map { choice in
      let layer = choice.layer - 1
      let removed = network.layers[layer].weights.replace(choice)
      guard case .sparse(let matrix) = network.layers[layer].weights else {
        preconditionFailure("only sparse layers evolve")
      }
      return LayerEvolution(
        layer: choice.layer, removed: removed, added: choice.cells,
        addedPositions: matrix.positions(of: choice.cells), nonzeros: matrix.nonzeros,
        density: matrix.density)
    }
  }
}

/// What is to change in one layer.
private struct Choice {
  let layer: Int
  let positions: [Int]
  let cells: [Cell]
  let weights: [Float]
}

extension Rewiring {
  /// What is to change in each sparse layer.
  fileprivate func choose(
    _ network: Network, epoch: Int, seed: UInt64, fidelity: Fidelity,
    activations: ActivationSource?
  ) -> [Choice] {
    network.layers.enumerated().compactMap { index, layer in
      guard case .sparse(let matrix) = layer.weights else { return nil }
      let context = EvolutionContext(
        network: network, epoch: epoch, layer: index + 1, seed: seed, fidelity: fidelity,
        activations: activations)
      let positions = removal.positions(in: matrix, context: context)
      let cells = growth.cells(in: matrix, afterRemoving: positions, context: context)
      let distribution = fidelity == .code ? .zeros : newWeights.distribution(for: layer)
      var stream = context.stream(.growthWeights)
      return Choice(
        layer: index + 1, positions: positions, cells: cells,
        weights: distribution.draw(cells.count, from: &stream))
    }
  }
}

extension Weights {
  /// Rewires a sparse layer as chosen and says which cells lost their connection.
  fileprivate mutating func replace(_ choice: Choice) -> [Cell] {
    guard case .sparse(var matrix) = self else { return [] }
    let removed = matrix.cells(at: choice.positions)
    matrix.rewire(removing: choice.positions, adding: choice.cells, values: choice.weights)
    self = .sparse(matrix)
    return removed
  }
}
