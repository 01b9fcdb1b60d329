internal import CKernels
internal import COpenBLAS

extension DenseMatrix {
  /// Side of the tiles that the pool hands to OpenBLAS, one BLAS thread each. Fixed, so that the
  /// same products are summed in the same order at any number of threads.
  private static let neurons = 128
  private static let samples = 64

  /// y_j = b_j + Σ_i w_ij x_i; the same contract as `SparseMatrix.forward`.
  public func forward(
    _ input: Panel, bias: [Float]?, into output: Panel, on engine: Engine,
    then epilogue: (Range<Int>) -> Void = { _ in }
  ) {
    precondition(input.features == rows && output.features == columns && input !== output)
    precondition(bias.map { $0.count == columns } ?? true)
    output.batch = input.batch
    BLASThreads.one()
    let across = Self.tiles(columns, by: Self.neurons)
    let along = Self.tiles(input.padded, by: Self.samples)
    engine.pool.run(across.count * along.count) { tile in
      product(across[tile / along.count], along[tile % along.count], input, output)
    }
    engine.runEvenly(columns, weight: 4 * input.vectors) { range in
      if let bias {
        engine.kernels.pointee.add_bias(
          range.lowerBound, range.upperBound, bias, output.base, output.stride, output.vectors)
      }
      epilogue(range)
    }
  }

  private func product(_ outputs: Range<Int>, _ samples: Range<Int>, _ x: Panel, _ y: Panel) {
    guard rows > 0 else {
      return outputs.forEach {
        y.row($0).advanced(by: samples.lowerBound).update(repeating: 0, count: samples.count)
      }
    }
    values.withUnsafeBufferPointer { values in
      cblas_sgemm(
        CblasRowMajor, CblasTrans, CblasNoTrans, Int32(outputs.count), Int32(samples.count),
        Int32(rows), 1, values.baseAddress! + outputs.lowerBound, Int32(columns),
        x.base + samples.lowerBound, Int32(x.stride), 0,
        y.base + outputs.lowerBound * y.stride + samples.lowerBound, Int32(y.stride))
    }
  }

  /// dx with the weights as they were, then the step on every weight; the same contract as
  /// `SparseMatrix.backward`. The gradient is added straight to the velocity.
  public mutating func backward(
    input: Panel, outputGradient: Panel, inputGradient: Panel?, step: MomentumStep,
    on engine: Engine, then epilogue: (Range<Int>) -> Void = { _ in }
  ) {
    precondition(input.features == rows && outputGradient.features == columns)
    precondition(input.batch == outputGradient.batch)
    if let inputGradient {
      precondition(inputGradient.features == rows && inputGradient !== outputGradient)
      inputGradient.batch = input.batch
    }
    BLASThreads.one()
    let blocks = Self.tiles(rows, by: Self.neurons)
    let columns = columns
    weights.withUnsafeMutableBufferPointer { values in
      speeds.withUnsafeMutableBufferPointer { velocity in
        guard let values = values.baseAddress, let velocity = velocity.baseAddress else { return }
        let pass = DensePass(
          columns: columns, values: values, velocity: velocity, input: input,
          outputGradient: outputGradient, inputGradient: inputGradient, step: step)
        engine.pool.run(blocks.count) { block in
          pass.run(blocks[block])
          epilogue(blocks[block])
        }
      }
    }
    if columns == 0 {
      inputGradient?.clear()
      blocks.forEach(epilogue)
    }
  }

  private static func tiles(_ count: Int, by side: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: side).map { $0..<min($0 + side, count) }
  }
}

/// What the backward pass of a dense layer has in common over all blocks of input neurons.
private struct DensePass {
  let columns: Int
  let values: UnsafeMutablePointer<Float>
  let velocity: UnsafeMutablePointer<Float>
  let input: Panel
  let outputGradient: Panel
  let inputGradient: Panel?
  let step: MomentumStep

  func run(_ block: Range<Int>) {
    let first = block.lowerBound
    let (w, v) = (values + first * columns, velocity + first * columns)
    let samples = Int32(input.padded)
    if let inputGradient {
      cblas_sgemm(
        CblasRowMajor, CblasNoTrans, CblasNoTrans, Int32(block.count), samples, Int32(columns), 1,
        w, Int32(columns), outputGradient.base, Int32(outputGradient.stride), 0,
        inputGradient.base + first * inputGradient.stride, Int32(inputGradient.stride))
    }
    cblas_sgemm(
      CblasRowMajor, CblasNoTrans, CblasTrans, Int32(block.count), Int32(columns), samples,
      -step.rate, input.base + first * input.stride, Int32(input.stride), outputGradient.base,
      Int32(outputGradient.stride), step.momentum, v, Int32(columns))
    let count = Int32(block.count * columns)
    if step.decay != 0 { cblas_saxpy(count, -step.rate * step.decay, w, 1, v, 1) }
    cblas_saxpy(count, 1, v, 1, w, 1)
  }
}

/// OpenBLAS runs on the thread that calls it; our pool does the dividing.
enum BLASThreads {
  private static let set: Void = openblas_set_num_threads(1)

  /// Takes effect once in the process.
  static func one() { set }
}
