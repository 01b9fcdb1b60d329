/// What a training step consists of.
package enum StepPart: Hashable, Sendable {
  /// Fetching the batch's samples, feature by feature.
  case gather
  /// The weighted sums of a layer, counted from 1.
  case forward(layer: Int)
  /// What the neurons make of their sums.
  case activation
  /// Drawing and applying the masks, forward.
  case dropout
  /// Softmax, the loss and its gradient, and the sums of that over the batch.
  case loss
  /// The gradients of a layer, counted from 1, and the step of its weights.
  case backward(layer: Int)
  /// Applying the masks to gradients.
  case mask
  /// The derivative of the activation, with the gradients of biases and trained parameters.
  case derivative
  /// The step of biases and trained parameters.
  case parameters

  /// Its name in events.
  package var name: String {
    switch self {
    case .gather: "gather"
    case .forward: "forward"
    case .activation: "activation"
    case .dropout: "dropout"
    case .loss: "loss"
    case .backward: "backward"
    case .mask: "mask"
    case .derivative: "derivative"
    case .parameters: "parameters"
    }
  }

  /// The layer, of a part that has one.
  package var layer: Int? {
    switch self {
    case .forward(let layer), .backward(let layer): layer
    default: nil
    }
  }

  /// Whether it is one of the passes over every neuron's numbers that are no product with weights.
  package var isElementwise: Bool {
    switch self {
    case .activation, .dropout, .mask, .derivative, .parameters: true
    case .gather, .forward, .loss, .backward: false
    }
  }

  /// All parts of a network with so many layers, in the order of a step.
  package static func all(layers: Int) -> [StepPart] {
    let layers = 1...max(layers, 1)
    return [.gather] + layers.map { .forward(layer: $0) } + [.activation, .dropout, .loss]
      + layers.reversed().map { .backward(layer: $0) } + [.mask, .derivative, .parameters]
  }
}
