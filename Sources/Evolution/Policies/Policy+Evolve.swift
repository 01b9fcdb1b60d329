public import Networks
public import Sparse

extension Policy {
  /// Rewires every sparse layer of a network once: removal, growth and new weights by the policy's
  /// rules. Survivors keep weight and velocity, new connections start at rest.
  ///
  /// Rules that look beyond their layer choose for all layers by the network as it was, before
  /// anything is changed. With local rules small layers evolve side by side, and large ones one
  /// after the other with `engine`'s threads within each. A layer is changed where it stands, if
  /// nobody else holds the network. O(nonzeros), besides what the rules take.
  ///
  /// - Parameters:
  ///   - network: what evolves.
  ///   - epoch: the epoch just finished, counted from 1; at a step the one that goes on.
  ///   - seed: the seed of the run; with the epoch and the layer it fixes what is drawn.
  ///   - fidelity: `.code` gives new connections the weight that the public code gives them, and
  ///     compares neurons before their activation function with dropout on.
  ///   - activations: the training samples, for rules that look at activations.
  ///   - moment: where training stands, for rules that look at it.
  ///   - keepingCells: whether to list the cells that lost and got a connection.
  ///   - engine: what to compute with; nil for the calling thread. The result does not depend on it.
  /// - Precondition: there are `activations` if a rule asks for similarities.
  /// - Returns: what happened in each sparse layer, in order; empty if nothing evolves.
  public func evolve(
    _ network: inout Network, epoch: Int, seed: UInt64, fidelity: Fidelity = .paper,
    activations: ActivationSource? = nil, at moment: TrainingMoment? = nil,
    keepingCells: Bool = true, on engine: Engine? = nil
  ) -> [LayerEvolution] {
    guard let rewiring else { return [] }
    var layers = rewiring.layers(
      of: network, newWeights: fidelity == .code ? published.newWeights : rewiring.newWeights,
      epoch: epoch, seed: seed, fidelity: fidelity, activations: activations, at: moment,
      keepingCells: keepingCells, on: engine)
    for index in layers.indices {
      layers[index].take(&network.layers[layers[index].layer - 1].weights)
    }
    layers.forEachSideBySide(on: engine) { $0.rewire(rewiring) }
    return layers.indices.compactMap { index in
      layers[index].give(&network.layers[layers[index].layer - 1].weights)
      return layers[index].evolution
    }
  }
}

extension Rewiring {
  /// The sparse layers of a network on their way through an evolution, and what is to change in each
  /// where that does not follow from the layer alone. Nothing of the network is held besides.
  fileprivate func layers(
    of network: Network, newWeights: NewWeights, epoch: Int, seed: UInt64, fidelity: Fidelity,
    activations: ActivationSource?, at moment: TrainingMoment?, keepingCells: Bool,
    on engine: Engine?
  ) -> [EvolvingLayer] {
    let gathered = similarities(
      of: network, activations, fidelity: fidelity, epoch: epoch, seed: seed)
    return network.layers.enumerated().compactMap { index, layer in
      guard case .sparse = layer.weights else { return nil }
      let context = EvolutionContext(
        network: isLocal ? nil : network, epoch: epoch, layer: index + 1, seed: seed,
        fidelity: fidelity, activations: activations,
        gathered: gathered.map { LayerSimilarities(network: $0, layer: index + 1) },
        engine: engine, moment: moment)
      var evolving = EvolvingLayer(
        context: context, keepsCells: keepingCells,
        distribution: newWeights.distribution(for: layer))
      if !isLocal { evolving.choose(self, in: layer.weights) }
      return evolving
    }
  }

  /// The similarities that the rules ask for; nil if they ask for none.
  func similarities(
    of network: Network, _ activations: ActivationSource?, fidelity: Fidelity, epoch: Int,
    seed: UInt64, method: NetworkSimilarities.Method = .fastest
  ) -> NetworkSimilarities? {
    guard similarities > .none else { return nil }
    guard let activations else { preconditionFailure("the policy compares neurons over samples") }
    let pass = SamplePass(
      activations, through: network, settings: similarity, fidelity: fidelity, epoch: epoch,
      seed: seed)
    return NetworkSimilarities(of: network, for: self, by: pass, method: method)
  }
}
