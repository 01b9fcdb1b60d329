public import Sparse

/// The samples over which a network's activations can be computed, when somebody asks for them:
/// what similarity-based rules look at.
public struct ActivationSource: Sendable {
  /// The samples, row by row.
  public let features: [Float]
  /// The number of features of a sample.
  public let width: Int
  /// What to compute with.
  public let engine: Engine

  /// The number of samples.
  public var count: Int { features.count / width }

  /// A source of samples given row by row.
  /// - Precondition: `width` ≥ 1, and `features` is a whole number of rows.
  public init(features: [Float], width: Int, engine: Engine) {
    precondition(width >= 1 && features.count % width == 0)
    self.features = features
    self.width = width
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
        features, width: width, range: first..<min(first + workspace.capacity, count),
        into: workspace.input)
      network.forward(workspace, dropout: nil, engine: engine)
      body(workspace)
    }
  }
}
