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

  /// Passes samples through a network, or its first layers, batch by batch in their order, and hands
  /// the workspace of each batch to `body`: see `Workspace.outputs(ofLayer:)` and `sums(ofLayer:)`.
  /// Nothing is kept beyond a batch. O(samples · connections).
  ///
  /// - Parameters:
  ///   - network: what the samples pass through.
  ///   - indices: which samples, each below `count`; nil for all.
  ///   - layers: how many layers they pass, from the first.
  ///   - contents: what `body` looks at.
  ///   - batch: how many at a time.
  ///   - dropout: the masks of the first batch, those of the others following; nil for no dropout.
  ///   - body: called with the workspace after each batch.
  /// - Precondition: the network has as many inputs as a sample has features; `batch` ≥ 1.
  public func visit(
    _ network: Network, samples indices: [Int]? = nil, layers: Int = .max,
    contents: WorkspaceContents = .sums, batch: Int = 128, dropout: DropoutAddress? = nil,
    _ body: (Workspace) -> Void
  ) {
    let visited = indices?.count ?? count
    let workspace = Workspace(
      for: network, capacity: min(batch, max(1, visited)), contents: contents)
    var dropout = dropout
    for first in stride(from: 0, to: visited, by: workspace.capacity) {
      let range = first..<min(first + workspace.capacity, visited)
      if let indices {
        engine.gather(features, indices: indices[range], into: workspace.input)
      } else {
        engine.gather(features, range: range, into: workspace.input)
      }
      network.forward(workspace, layers: layers, dropout: dropout, engine: engine)
      dropout?.batch += 1
      body(workspace)
    }
  }
}
