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
  /// The stretches of the batch; more than one where the outputs' gradients fit no cache.
  let stretches: [Range<Int>]

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

  /// The input neurons of a block, whose connections `offsets` and `columns` list; the panels'
  /// rows are counted from `base`. `sums` has room for the gradient of every connection where
  /// `gathersGradients`.
  func run(
    _ block: Range<Int>, offsets: [Int], columns: [Int32], _ weights: Weights, base: Int = 0,
    sums: UnsafeMutablePointer<Float>?, on engine: Engine
  ) {
    if let sums, gathersGradients {
      return run(block, offsets, columns, weights, base, sums, on: engine)
    }
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

  /// The whole block goes through one stretch of the batch before the next; the step follows.
  private func run(
    _ block: Range<Int>, _ offsets: [Int], _ columns: [Int32], _ weights: Weights, _ base: Int,
    _ sums: UnsafeMutablePointer<Float>, on engine: Engine
  ) {
    for stretch in stretches {
      let from = stretch.lowerBound * 16
      engine.kernels.pointee.sparse_gradient(
        block.lowerBound, block.upperBound, offsets, columns, weights.values,
        input.base + base * input.stride + from, input.stride, outputGradient.base + from,
        outputGradient.stride, inputGradient.map { $0.base + base * $0.stride + from },
        inputGradient?.stride ?? 0, stretch.count, sums, from == 0 ? 0 : 1)
    }
    let begin = offsets[block.lowerBound]
    engine.kernels.pointee.momentum_update(
      offsets[block.upperBound] - begin, weights.values.map { $0 + begin },
      weights.velocity.map { $0 + begin }, sums + begin, step.kernel)
  }

  /// One input neuron of a dense layer: a matrix of one row with a connection to each of
  /// `columns`; `offsets` are [0, columns.count].
  func runDense(
    _ row: Int, offsets: [Int], columns: [Int32], _ weights: Weights,
    sums: UnsafeMutablePointer<Float>?, on engine: Engine
  ) {
    let begin = row * columns.count
    let own = (weights.values.map { $0 + begin }, weights.velocity.map { $0 + begin })
    run(0..<1, offsets: offsets, columns: columns, own, base: row, sums: sums, on: engine)
  }
}
