public import Networks
public import Sparse

/// Where and when an evolution happens: what a rule may read besides the matrix itself.
public struct EvolutionContext: Sendable {
  /// The network as the epoch left it; nil where all rules say that they are local, so that a layer
  /// can be changed where it stands.
  public let network: Network?
  /// The epoch just finished, counted from 1; at a step the one that goes on.
  public let epoch: Int
  /// The layer at hand, counted from 1.
  public let layer: Int
  /// The seed of the run.
  public let seed: UInt64
  /// Whether the papers are followed or their public code.
  public let fidelity: Fidelity

  /// The training samples, for rules that look at activations; nil where there are no data.
  public let activations: ActivationSource?
  /// How similar the layer's neurons are; nil where no rule asks for it.
  let gathered: LayerSimilarities?
  /// What to compute with; nil for the calling thread alone. No result may depend on it.
  public let engine: Engine?
  /// Where training stands; nil outside one.
  public let moment: TrainingMoment?

  /// A moment of a layer.
  package init(
    network: Network?, epoch: Int, layer: Int, seed: UInt64, fidelity: Fidelity,
    activations: ActivationSource?, gathered: LayerSimilarities?, engine: Engine?,
    moment: TrainingMoment?
  ) {
    self.network = network
    self.epoch = epoch
    self.layer = layer
    self.seed = seed
    self.fidelity = fidelity
    self.activations = activations
    self.gathered = gathered
    self.engine = engine
    self.moment = moment
  }

  /// The random numbers of this layer for a purpose, of this epoch or, by policies that evolve at
  /// steps, of this step.
  public func stream(_ purpose: RandomPurpose) -> RandomStream {
    RandomStream(seed: seed, purpose: purpose, epoch: moment?.step ?? epoch, layer: layer)
  }

  /// How similar the layer's neurons are.
  /// - Precondition: a rule of the policy asks for it; see `RemovalRule.similarities`.
  public var similarities: LayerSimilarities {
    guard let gathered else { preconditionFailure("no rule has asked for similarities") }
    return gathered
  }

  /// The same once nothing of the network is to be read any more.
  var withoutNetwork: EvolutionContext {
    EvolutionContext(
      network: nil, epoch: epoch, layer: layer, seed: seed, fidelity: fidelity,
      activations: activations, gathered: nil, engine: engine, moment: moment)
  }
}
