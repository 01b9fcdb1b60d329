internal import CKernels

/// What the backward pass of a layer has in common over all its input neurons.
struct BackwardPass {
  /// Where the weights and the velocities begin; nil where there are none.
  typealias Weights = (values: UnsafeMutablePointer<Float>?, velocity: UnsafeMutablePointer<Float>?)

  let input: Panel
  let outputGradient: Panel
  /// Nil for a first layer.
  let inputGradient: Panel?
  let step: MomentumStep
  /// The gradient of the outputs once more, where a large matrix meets a small batch.
  var narrow: NarrowRows?

  /// The input neurons of a block, whose connections `offsets` and `columns` list; the panels'
  /// rows are counted from `base`.
  func run(
    _ block: Range<Int>, offsets: [Int], columns: [Int32], _ weights: Weights, base: Int = 0,
    on engine: Engine
  ) {
    let x = input.base + base * input.stride
    if let narrow {
      engine.kernels.pointee.narrow_backward(
        block.lowerBound, block.upperBound, offsets, columns, weights.values, weights.velocity, x,
        input.stride, narrow.base, inputGradient.map { $0.base + base * $0.stride },
        inputGradient?.stride ?? 0, narrow.width, step.kernel)
    } else if let inputGradient {
      engine.kernels.pointee.sparse_backward(
        block.lowerBound, block.upperBound, offsets, columns, weights.values, weights.velocity, x,
        input.stride, outputGradient.base, outputGradient.stride,
        inputGradient.base + base * inputGradient.stride, inputGradient.stride, input.vectors,
        step.kernel)
    } else {
      engine.kernels.pointee.sparse_update(
        block.lowerBound, block.upperBound, offsets, columns, weights.values, weights.velocity, x,
        input.stride, outputGradient.base, outputGradient.stride, input.vectors, step.kernel)
    }
  }

  /// One input neuron of a dense layer: a matrix of one row with a connection to each of
  /// `columns`; `offsets` are [0, columns.count].
  func runDense(
    _ row: Int, offsets: [Int], columns: [Int32], _ weights: Weights, on engine: Engine
  ) {
    let begin = row * columns.count
    let own = (weights.values.map { $0 + begin }, weights.velocity.map { $0 + begin })
    run(0..<1, offsets: offsets, columns: columns, own, base: row, on: engine)
  }
}
