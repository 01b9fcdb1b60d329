internal import Sparse

extension Weights {
  /// The weighted sums of every neuron; `epilogue` follows each range of neurons on its thread.
  func forward(
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

  /// The gradient by the inputs, with the weights as they were, then the step on every weight.
  mutating func backward(
    input: Panel, outputGradient: Panel, inputGradient: Panel?, step: MomentumStep,
    on engine: Engine, then epilogue: (Range<Int>) -> Void
  ) {
    switch self {
    case .sparse(var matrix):
      // The case lets go of its matrix, so that the arrays are changed where they are.
      self = .empty
      matrix.backward(
        input: input, outputGradient: outputGradient, inputGradient: inputGradient, step: step,
        on: engine, then: epilogue)
      self = .sparse(matrix)
    case .dense(var matrix):
      self = .empty
      matrix.backward(
        input: input, outputGradient: outputGradient, inputGradient: inputGradient, step: step,
        on: engine, then: epilogue)
      self = .dense(matrix)
    }
  }

  /// Sets every connection's velocity to zero.
  public mutating func resetVelocity() {
    switch self {
    case .sparse(var matrix):
      self = .empty
      matrix.velocity = [Float](repeating: 0, count: matrix.nonzeros)
      self = .sparse(matrix)
    case .dense(var matrix):
      self = .empty
      matrix.velocity = [Float](repeating: 0, count: matrix.values.count)
      self = .dense(matrix)
    }
  }

  /// Stands in while a matrix is out.
  static let empty = Weights.dense(DenseMatrix(rows: 0, columns: 0, values: []))
}
