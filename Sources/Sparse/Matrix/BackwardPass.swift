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
  /// The stretches of the batch; more than one where the outputs' gradients fit no cache.
  let stretches: [Range<Int>]
  /// The gradient of the outputs once more, where a large matrix meets a small batch.
  var narrow: NarrowRows?

  init(input: Panel, outputGradient: Panel, inputGradient: Panel?, step: MomentumStep) {
    self.input = input
    self.outputGradient = outputGradient
    self.inputGradient = inputGradient
    self.step = step
    stretches = BatchTile.stretches(
      vectors: input.vectors, features: outputGradient.features)
  }

  /// Whether gradients are gathered in an array, stretch by stretch, before the step.
  var gathersGradients: Bool { stretches.count > 1 }

  /// The input neurons of a block, whose connections `offsets` and `columns` list. `sums` has room
  /// for the gradient of every connection where `gathersGradients`.
  func run(
    _ block: Range<Int>, offsets: [Int], columns: [Int32], _ weights: Weights,
    sums: UnsafeMutablePointer<Float>?, on engine: Engine
  ) {
    if let sums, gathersGradients {
      return run(block, offsets, columns, weights, sums, on: engine)
    }
    if let narrow {
      engine.kernels.pointee.narrow_backward(
        block.lowerBound, block.upperBound, offsets, columns, weights.values, weights.velocity,
        input.base, input.stride, narrow.base, inputGradient?.base, inputGradient?.stride ?? 0,
        narrow.width, step.kernel)
    } else if let inputGradient {
      engine.kernels.pointee.sparse_backward(
        block.lowerBound, block.upperBound, offsets, columns, weights.values, weights.velocity,
        input.base, input.stride, outputGradient.base, outputGradient.stride,
        inputGradient.base, inputGradient.stride, input.vectors,
        step.kernel)
    } else {
      engine.kernels.pointee.sparse_update(
        block.lowerBound, block.upperBound, offsets, columns, weights.values, weights.velocity,
        input.base, input.stride, outputGradient.base, outputGradient.stride, input.vectors,
        step.kernel)
    }
  }

  /// The whole block goes through one stretch of the batch before the next; the step follows.
  private func run(
    _ block: Range<Int>, _ offsets: [Int], _ columns: [Int32], _ weights: Weights,
    _ sums: UnsafeMutablePointer<Float>, on engine: Engine
  ) {
    for stretch in stretches {
      let from = stretch.lowerBound * 16
      engine.kernels.pointee.sparse_gradient(
        block.lowerBound, block.upperBound, offsets, columns, weights.values,
        input.base + from, input.stride, outputGradient.base + from,
        outputGradient.stride, inputGradient.map { $0.base + from },
        inputGradient?.stride ?? 0, stretch.count, sums, from == 0 ? 0 : 1)
    }
    let begin = offsets[block.lowerBound]
    engine.kernels.pointee.momentum_update(
      offsets[block.upperBound] - begin, weights.values.map { $0 + begin },
      weights.velocity.map { $0 + begin }, sums + begin, step.kernel)
  }

  /// The input neurons of a block of a dense layer; `sums` has room for a number for each of their
  /// weights. Adds in the order of the sparse kernels.
  func runDense(
    _ block: Range<Int>, columns: Int, _ weights: Weights, sums: UnsafeMutablePointer<Float>,
    on engine: Engine
  ) {
    if let inputGradient {
      engine.kernels.pointee.dense_input_gradient(
        block.lowerBound, block.upperBound, columns, weights.values, outputGradient.base,
        outputGradient.stride, inputGradient.base, inputGradient.stride, input.vectors)
    }
    let count = block.count * columns
    sums.initialize(repeating: 0, count: count)
    products(of: block, columns: columns, into: sums, on: engine)
    let begin = block.lowerBound * columns
    engine.kernels.pointee.momentum_update(
      count, weights.values.map { $0 + begin }, weights.velocity.map { $0 + begin }, sums,
      step.kernel)
  }

  /// Adds x_i · dy_j for the input neurons of a block and all outputs to `sums`, row by row.
  func products(
    of block: Range<Int>, columns: Int, into sums: UnsafeMutablePointer<Float>, on engine: Engine
  ) {
    for stretch in stretches {
      let from = stretch.lowerBound * 16
      engine.kernels.pointee.dot_products(
        block.count, columns, input.base + block.lowerBound * input.stride + from, input.stride,
        outputGradient.base + from, outputGradient.stride, stretch.count * 16, sums, columns)
    }
  }
}
