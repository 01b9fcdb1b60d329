public import Networks
public import Sparse

/// Where and when an evolution happens: what a rule may read besides the matrix itself.
public struct EvolutionContext: Sendable {
  /// The network as the epoch left it.
  public let network: Network
  /// The epoch just finished, counted from 1.
  public let epoch: Int
  /// The layer at hand, counted from 1.
  public let layer: Int
  /// The seed of the run.
  public let seed: UInt64
  /// Whether the papers are followed or their public code.
  public let fidelity: Fidelity

  /// The training samples, for rules that look at activations; nil where there are no data.
  public let activations: ActivationSource?

  /// The random numbers of this epoch and layer for a purpose.
  public func stream(_ purpose: RandomPurpose) -> RandomStream {
    RandomStream(seed: seed, purpose: purpose, epoch: epoch, layer: layer)
  }
}
