public import Sparse

/// Scratch storage for the batches of one network: reused from batch to batch, no part of any state.
public final class Workspace {
  /// The inputs of the batch.
  let input: Panel
  /// What each layer needs, inputs first.
  let layers: [LayerScratch]
  /// The predicted class of each sample.
  var predictions: [Int32]

  /// Told of each part of a training step as it is done, on the thread that did it: a clock's place.
  package var whenFinished: ((StepPart) -> Void)?

  /// The largest batch.
  public let capacity: Int
  private let contents: WorkspaceContents

  /// Storage for batches of up to `capacity` samples: about 12 bytes a neuron and sample, 8 or 4 where
  /// nothing is trained.
  public init(
    for network: Network, capacity: Int, contents: WorkspaceContents = .training
  ) {
    self.capacity = capacity
    self.contents = contents
    input = Panel(features: network.inputs, capacity: capacity)
    layers = network.layers.indices.map { index in
      LayerScratch(
        for: network.layers[index], capacity: capacity,
        isOutput: index == network.layers.count - 1, contents: contents)
    }
    predictions = [Int32](repeating: 0, count: capacity)
  }

  /// Whether it is what `init` makes for this network.
  func suits(_ network: Network, capacity: Int, contents: WorkspaceContents) -> Bool {
    self.capacity == capacity && self.contents == contents
      && input.features == network.inputs && layers.count == network.layers.count
      && zip(layers, network.layers).allSatisfy { $0.sums.features == $1.columns }
  }

  /// The scores of the classes for the batch last passed forward: classes × batch.
  public var scores: Panel { layers[layers.count - 1].sums }

  /// The weighted sums of a layer (counted from 1) for the batch last passed forward, before its
  /// activation; what has come of them, where the contents are activations alone.
  public func sums(ofLayer layer: Int) -> Panel { layers[layer - 1].sums }

  /// What the neurons of a layer (counted from 1) passed on for the batch last passed forward,
  /// dropout applied; the inputs for layer 0, the scores for the last.
  public func outputs(ofLayer layer: Int) -> Panel {
    layer == 0 ? input : layers[layer - 1].outputs
  }

  /// The derivative of the loss by the weighted sums of a layer (counted from 1), for the batch last
  /// passed back.
  func gradient(ofLayer layer: Int) -> Panel { layers[layer - 1].gradient }
}

/// Scratch storage of one layer.
final class LayerScratch {
  /// The weighted sums with bias.
  let sums: Panel
  /// What the neurons pass on; the sums themselves in the output layer, and in their place where
  /// nobody asks for the sums.
  let outputs: Panel
  /// The loss's derivative by the outputs, then by the sums; of no sample where nothing is trained.
  let gradient: Panel
  /// What dropout keeps.
  let mask: DropoutMask
  /// The loss's derivative by the biases.
  let biasGradient: Vector
  /// The loss's derivative by the activation's trained parameters.
  let gradients: any ActivationGradients

  init(for layer: Layer, capacity: Int, isOutput: Bool, contents: WorkspaceContents) {
    let neurons = layer.columns
    sums = Panel(features: neurons, capacity: capacity)
    let isShared = isOutput || contents == .activations
    outputs = isShared ? sums : Panel(features: neurons, capacity: capacity)
    gradient = Panel(features: neurons, capacity: contents == .training ? capacity : 0)
    mask = DropoutMask(features: isOutput ? 0 : neurons, capacity: capacity)
    biasGradient = Vector(count: neurons)
    gradients = layer.activation.gradients(neurons: neurons)
  }
}
