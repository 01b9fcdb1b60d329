public import Sparse

/// The samples over which a network's activations can be computed, when somebody asks for them:
/// what similarity-based rules look at. What was kept of a network once is room for the next, once nobody
/// holds on to it; until then it is memory that a training has taken.
///
/// Scratch storage as `Panel` is: used by one caller at a time.
public final class ActivationSource: @unchecked Sendable {
  /// The samples' features.
  public let features: Features
  /// What to compute with.
  public let engine: Engine
  /// Those that were kept last.
  private var workspaces: [Workspace] = []
  /// How many evolutions are to do without bounds, which told too little: see `SievedSimilarities`.
  package var evolutionsWithoutBounds = 0

  /// The number of samples.
  public var count: Int { features.count }

  /// A source of samples.
  public init(features: Features, engine: Engine) {
    self.features = features
    self.engine = engine
  }

  /// Passes samples through a network, or its first layers, batch by batch in their order, and hands
  /// the workspace of each batch to `body`: see `Workspace.outputs(ofLayer:)` and `sums(ofLayer:)`.
  /// Nothing is kept beyond a batch unless `keeping` is set, which gives each batch a workspace of its
  /// own until the next visit. O(samples · connections).
  ///
  /// - Parameters:
  ///   - network: what the samples pass through.
  ///   - indices: which samples, each below `count`; nil for all.
  ///   - layers: how many layers they pass, from the first.
  ///   - contents: what `body` looks at.
  ///   - batch: how many at a time.
  ///   - dropout: the masks of the first batch, those of the others following; nil for no dropout.
  ///   - keeping: whether `body` may hold on to the workspaces.
  ///   - body: called with the workspace after each batch.
  /// - Precondition: the network has as many inputs as a sample has features; `batch` ≥ 1.
  public func visit(
    _ network: Network, samples indices: [Int]? = nil, layers: Int = .max,
    contents: WorkspaceContents = .sums, batch: Int = 128, dropout: DropoutAddress? = nil,
    keeping: Bool = false, _ body: (Workspace) -> Void
  ) {
    let visited = indices?.count ?? count
    let capacity = min(batch, max(1, visited))
    if !keeping { workspaces = [] }
    var dropout = dropout
    for (index, first) in stride(from: 0, to: visited, by: capacity).enumerated() {
      let range = first..<min(first + capacity, visited)
      let workspace = workspace(
        keeping ? index : 0, for: network, capacity: capacity, contents: contents)
      if let indices {
        engine.gather(features, indices: indices[range], into: workspace.input)
      } else {
        engine.gather(features, range: range, into: workspace.input)
      }
      network.forward(workspace, layers: layers, dropout: dropout, engine: engine)
      dropout?.batch += 1
      body(workspace)
    }
    if !keeping { workspaces = [] }
  }

  /// The workspace of a batch, out of an earlier visit where it suits.
  private func workspace(
    _ index: Int, for network: Network, capacity: Int, contents: WorkspaceContents
  ) -> Workspace {
    if index < workspaces.count {
      if isKnownUniquelyReferenced(&workspaces[index]),
        workspaces[index].suits(network, capacity: capacity, contents: contents)
      {
        return workspaces[index]
      }
      workspaces.removeLast(workspaces.count - index)
    }
    let workspace = Workspace(for: network, capacity: capacity, contents: contents)
    workspaces.append(workspace)
    return workspace
  }
}
