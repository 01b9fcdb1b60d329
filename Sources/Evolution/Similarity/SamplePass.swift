package import Networks
internal import Sparse

/// One walk of training samples through a network for the sake of their activations, the same as
/// often as it is made.
package struct SamplePass {
  private let network: Network
  private let source: ActivationSource
  /// The samples; nil for all.
  private let indices: [Int]?
  private let stage: ActivationStage
  private let contents: WorkspaceContents
  private let dropout: DropoutAddress?

  /// What computes.
  var engine: Engine { source.engine }

  /// The walk of an epoch's evolution. With `.code` fidelity dropout stays on, as in the public code.
  package init(
    _ source: ActivationSource, through network: Network, settings: SimilaritySettings,
    fidelity: Fidelity, epoch: Int, seed: UInt64
  ) {
    self.network = network
    self.source = source
    stage = settings.stage(fidelity)
    contents = settings.contents(fidelity)
    dropout =
      fidelity == .code
      ? DropoutAddress(seed: seed, epoch: epoch, batch: 0, pass: .evolution) : nil
    guard let samples = settings.samples, samples < source.count else {
      indices = nil
      return
    }
    var stream = RandomStream(seed: seed, purpose: .similaritySamples, epoch: epoch)
    indices = stream.sortedSample(samples, below: UInt64(source.count)).map { Int($0) }
  }

  /// Whether to search cells by way of bounds, asked once an evolution: where bytes are multiplied faster, the
  /// activations of all samples may be kept, and bounds have not failed of late.
  func triesBounds() -> Bool {
    let neurons = network.layers.reduce(network.inputs) { $0 + $1.columns }
    guard engine.multipliesBytes,
      SievedSimilarities.keeps(indices?.count ?? source.count, neurons: neurons, contents)
    else { return false }
    guard source.evolutionsWithoutBounds > 0 else { return true }
    source.evolutionsWithoutBounds -= 1
    return false
  }

  /// Notes that bounds told too little. Activations change slowly: they are tried again after eight evolutions.
  func noteThatBoundsFail() { source.evolutionsWithoutBounds = 8 }

  /// Calls `body` with each stretch of samples, whose activations are those up to the last layer that
  /// evolves. With `keeping`, `body` may hold on to them.
  func visit(keeping: Bool = false, _ body: (Stretch) -> Void) {
    let last = network.layers.lastIndex { $0.weights.sparseMatrix != nil }
    source.visit(
      network, samples: indices, layers: last.map { $0 + 1 } ?? 0,
      contents: contents, batch: CosineBlock.stretch, dropout: dropout, keeping: keeping
    ) {
      body(Stretch(workspace: $0, stage: stage))
    }
  }

  /// The activations of some samples.
  struct Stretch {
    fileprivate let workspace: Workspace
    fileprivate let stage: ActivationStage

    /// Those of the neurons that a layer, counted from 1, reads.
    func inputs(ofLayer layer: Int) -> Panel {
      layer == 1 ? workspace.outputs(ofLayer: 0) : outputs(ofLayer: layer - 1)
    }

    /// Those of a layer's own neurons.
    func outputs(ofLayer layer: Int) -> Panel {
      switch stage {
      case .post: workspace.outputs(ofLayer: layer)
      case .pre: workspace.sums(ofLayer: layer)
      }
    }

    /// Adds the stretch to the similarities of some layers' connections.
    func add(
      to connections: [(layer: Int, similarities: ConnectionSimilarities)], on engine: Engine
    ) {
      for (layer, similarities) in connections {
        similarities.add(
          inputs: inputs(ofLayer: layer), outputs: outputs(ofLayer: layer), on: engine)
      }
    }
  }
}
