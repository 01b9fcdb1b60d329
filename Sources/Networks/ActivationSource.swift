public import Sparse

/// The samples over which a network's activations can be computed, when somebody asks for them:
/// what similarity-based rules look at.
public struct ActivationSource: Sendable {
  /// The samples' features.
  public let features: Features
  /// What to compute with.
  public let engine: Engine

  /// The number of samples.
  public var count: Int { features.count }

  /// A source of samples.
  public init(features: Features, engine: Engine) {
    self.features = features
    self.engine = engine
  }

  /// Passes the samples through a network batch by batch, in their order and without dropout, and
  /// hands the workspace of each batch to `body`: see `Workspace.outputs(ofLayer:)` and
  /// `sums(ofLayer:)`. Nothing is kept beyond a batch. O(samples · connections).
  ///
  /// - Precondition: the network has as many inputs as a sample has features; `batch` ≥ 1.
  public func visit(_ network: Network, batch: Int = 128, _ body: (Workspace) -> Void) {
    let workspace = Workspace(for: network, capacity: min(batch, max(1, count)))
    for first in stride(from: 0, to: count, by: workspace.capacity) {
      engine.gather(
        features, range: first..<min(first + workspace.capacity, count), into: workspace.input)
      network.forward(workspace, dropout: nil, engine: engine)
      body(workspace)
    }
  }
}
