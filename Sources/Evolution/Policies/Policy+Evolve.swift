public import Networks
internal import Sparse

extension Policy {
  /// Rewires every sparse layer of a network once: removal, growth and new weights by the policy's
  /// rules. Survivors keep weight and velocity, new connections start at rest.
  ///
  /// All layers are judged by the network as it was. O(nonzeros) in time and memory.
  ///
  /// - Parameters:
  ///   - network: what evolves.
  ///   - epoch: the epoch just finished, counted from 1.
  ///   - seed: the seed of the run; with the epoch and the layer it fixes what is drawn.
  ///   - fidelity: `.code` gives new connections the weight 0.
  /// - Returns: what happened in each sparse layer, in order; empty if nothing evolves.
  public func evolve(
    _ network: inout Network, epoch: Int, seed: UInt64, fidelity: Fidelity = .paper
  ) -> [LayerEvolution] {
    guard let rewiring else { return [] }
    let before = network
    return network.layers.indices.compactMap { index in
      guard case .sparse(let matrix) = before.layers[index].weights else { return nil }
      let context = EvolutionContext(
        network: before, epoch: epoch, layer: index + 1, seed: seed, fidelity: fidelity)
      return rewiring.evolve(matrix, of: &network.layers[index], context: context)
    }
  }
}

extension Rewiring {
  /// Rewires one layer whose weights are `matrix`.
  fileprivate func evolve(
    _ matrix: SparseMatrix, of layer: inout Layer, context: EvolutionContext
  ) -> LayerEvolution {
    let positions = removal.positions(in: matrix, context: context)
    let cells = growth.cells(in: matrix, afterRemoving: positions, context: context)
    let distribution =
      context.fidelity == .code ? .zeros : newWeights.distribution(for: layer)
    var stream = context.stream(.growthWeights)
    let weights = distribution.draw(cells.count, from: &stream)
    var rewired = matrix
    rewired.rewire(removing: positions, adding: cells, values: weights)
    layer.weights = .sparse(rewired)
    return LayerEvolution(
      layer: context.layer, removed: matrix.cells(at: positions), added: cells,
      addedPositions: rewired.positions(of: cells), nonzeros: rewired.nonzeros,
      density: rewired.density)
  }
}
