public import Catalogue
public import Sparse

/// What a neuron makes of its weighted sum: the value of `activation=`.
///
/// A value of this type belongs to one layer and holds its trained parameters, where it has any;
/// its stored properties are its whole state.
public protocol Activation: Buildable {
  /// The activation as a script writes it, with all its arguments.
  var call: Call { get }
  /// Vectors trained with the weights, one value a neuron, in a fixed order; empty for most.
  var trained: [TrainedVector] { get set }

  /// Makes the value ready for one layer. Called once, when a network is built.
  ///
  /// - Parameters:
  ///   - neurons: the neurons of the layer.
  ///   - layer: the place of the layer, counted from 1.
  ///   - stream: where the first values of trained parameters are drawn from.
  mutating func prepare(neurons: Int, layer: Int, stream: inout RandomStream)

  /// Scratch storage for the gradients of `trained`, for so many neurons.
  func gradients(neurons: Int) -> any ActivationGradients

  /// Computes the rows `range` of `outputs` from the same rows of `sums`. Both may be one panel, where
  /// nobody asks for the sums any more: an output is written once its own sum is read.
  func forward(_ range: Range<Int>, of sums: Panel, into outputs: Panel, on engine: Engine)

  /// Turns the rows `range` of `gradient` from the loss's derivative by the outputs into that by the
  /// sums, and fills the same range of `biasGradient` and `gradients`, summed over the batch.
  func backward(
    _ range: Range<Int>, of sums: Panel, gradient: Panel, biasGradient: Vector,
    gradients: any ActivationGradients, on engine: Engine)
}

extension Activation {
  /// The name alone, for an activation without arguments.
  public var call: Call { Call(Self.about.name) }

  /// None, unless the activation is trained.
  public var trained: [TrainedVector] {
    get { [] }
    set {}
  }

  /// Nothing to prepare, unless the activation is trained or depends on its layer.
  public mutating func prepare(neurons: Int, layer: Int, stream: inout RandomStream) {}

  /// Nothing to hold, unless the activation is trained.
  public func gradients(neurons: Int) -> any ActivationGradients { NoGradients() }
}
