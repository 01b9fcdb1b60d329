internal import CKernels

extension DenseMatrix {
  /// y_j = b_j + Σ_i w_ij x_i; the same contract as `SparseMatrix.forward`, and to the bit its
  /// result where every cell is a connection.
  /// - Complexity: O(rows · columns · batch), divided among the threads.
  public func forward(
    _ input: Panel, bias: [Float]?, into output: Panel, on engine: Engine,
    then epilogue: (Range<Int>) -> Void = { _ in }
  ) {
    precondition(input.features == rows && output.features == columns && input !== output)
    precondition(bias.map { $0.count == columns } ?? true)
    output.batch = input.batch
    if BatchTile.cutsBatch(outputs: columns, threads: engine.threads) {
      engine.runStretches(input.vectors, work: rows * columns * input.vectors) { stretch in
        forward(0..<columns, input, bias, output, stretch, on: engine)
      }
      return epilogue(0..<columns)
    }
    let all = 0..<input.vectors
    engine.runEvenly(columns, weight: (rows + 8) * input.vectors) { range in
      BatchTile.forEachBlock(of: range) { block in
        forward(block, input, bias, output, all, on: engine)
        epilogue(block)
      }
    }
  }

  private func forward(
    _ block: Range<Int>, _ input: Panel, _ bias: [Float]?, _ output: Panel,
    _ stretch: Range<Int>, on engine: Engine
  ) {
    let from = stretch.lowerBound * 16
    func run(_ bias: UnsafePointer<Float>?) {
      engine.kernels.pointee.dense_forward(
        block.lowerBound, block.upperBound, rows, columns, values, bias, input.base + from,
        input.stride, output.base + from, output.stride, stretch.count)
    }
    if let bias { bias.withUnsafeBufferPointer { run($0.baseAddress) } } else { run(nil) }
  }

  /// dx with the weights as they were, then the step on every weight; the same contract as
  /// `SparseMatrix.backward`, and to the bit its result where every cell is a connection.
  /// - Complexity: O(rows · columns · batch), divided among the threads.
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
    let pass = BackwardPass(
      input: input, outputGradient: outputGradient, inputGradient: inputGradient, step: step)
    let (rows, columns) = (rows, columns)
    weights.withUnsafeMutableBufferPointer { values in
      speeds.withUnsafeMutableBufferPointer { velocity in
        let pointers = (values.baseAddress, velocity.baseAddress)
        engine.runEvenly(rows, weight: 2 * (columns + 8) * input.vectors) { range in
          let sums = UnsafeMutablePointer<Float>.allocate(capacity: BatchTile.neurons * columns)
          defer { sums.deallocate() }
          BatchTile.forEachBlock(of: range) { block in
            pass.runDense(block, columns: columns, pointers, sums: sums, on: engine)
            epilogue(block)
          }
        }
      }
    }
  }
}
