internal import Networks
internal import Sparse

/// What a layer needs while a step is dissected.
final class StepPanels {
  let sums, outputs, gradient: Panel
  let mask: DropoutMask
  let biasGradient: Vector
  let gradients: any ActivationGradients

  init(for layer: Layer, capacity: Int) {
    let neurons = layer.columns
    sums = Panel(features: neurons, capacity: capacity)
    outputs = Panel(features: neurons, capacity: capacity)
    gradient = Panel(features: neurons, capacity: capacity)
    mask = DropoutMask(features: neurons, capacity: capacity)
    biasGradient = Vector(count: neurons)
    gradients = layer.activation.gradients(neurons: neurons)
  }
}

extension Weights {
  /// The weighted sums of every neuron.
  func product(
    _ input: Panel, bias: [Float]?, into output: Panel, on engine: Engine,
    then epilogue: (Range<Int>) -> Void
  ) {
    switch self {
    case .sparse(let matrix):
      matrix.forward(input, bias: bias, into: output, on: engine, then: epilogue)
    case .dense(let matrix):
      matrix.forward(input, bias: bias, into: output, on: engine, then: epilogue)
    }
  }

  /// The gradient by the inputs, and the step on every weight.
  mutating func step(
    input: Panel, outputGradient: Panel, inputGradient: Panel?, step: MomentumStep,
    on engine: Engine, then epilogue: (Range<Int>) -> Void
  ) {
    // The case lets go of its matrix, so that the arrays are changed where they are.
    let nothing = Weights.dense(DenseMatrix(rows: 0, columns: 0))
    switch self {
    case .sparse(var matrix):
      self = nothing
      matrix.backward(
        input: input, outputGradient: outputGradient, inputGradient: inputGradient, step: step,
        on: engine, then: epilogue)
      self = .sparse(matrix)
    case .dense(var matrix):
      self = nothing
      matrix.backward(
        input: input, outputGradient: outputGradient, inputGradient: inputGradient, step: step,
        on: engine, then: epilogue)
      self = .dense(matrix)
    }
  }
}
