internal import Sparse

/// Scratch storage for skip layers in batches of one network: reused from batch to batch, no part of
/// any state.
public final class SkipWorkspace {
  /// What one skip layer adds to the scores.
  let scores: Panel
  /// By skip layer: the loss's derivative by what it reads; nil for the inputs of the network.
  let gradients: [Panel?]
  /// The loss's derivative by a bias.
  let biasGradient: Vector

  /// Storage for batches of up to `capacity` samples.
  public init(for skips: SkipLayers, of network: Network, capacity: Int) {
    scores = Panel(features: network.classes, capacity: capacity)
    gradients = skips.layers.map { skip in
      skip.layer == 1 ? nil : Panel(features: skip.weights.rows, capacity: capacity)
    }
    biasGradient = Vector(count: network.classes)
  }
}
