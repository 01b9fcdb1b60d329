internal import CKernels

extension SparseMatrix {
  /// y_j = b_j + Σ_i w_ij x_i for every output neuron and every sample of the batch.
  ///
  /// `output.batch` is set to `input.batch`. `epilogue` is called with ranges of output neurons
  /// as they are done, on the thread that computed them, while their rows are in its cache: the
  /// place for activation and dropout. The ranges are disjoint and cover all outputs; their lower
  /// bounds are multiples of 16.
  ///
  /// - Precondition: `input` has `rows` features, `output` `columns` features and room for the
  ///   batch; `bias` has `columns` numbers; padding columns of `input` are finite.
  /// - Complexity: O(nonzeros · batch), divided among the threads.
  public func forward(
    _ input: Panel, bias: [Float]?, into output: Panel, on engine: Engine,
    then epilogue: (Range<Int>) -> Void = { _ in }
  ) {
    precondition(input.features == rows && output.features == columns && input !== output)
    precondition(bias.map { $0.count == columns } ?? true)
    output.batch = input.batch
    let vectors = input.vectors
    if vectors == 1, nonzeros >= BatchTile.scattered {
      return scatter(input, bias, output, on: engine, then: epilogue)
    }
    let stretches = BatchTile.stretches(vectors: vectors, features: rows)
    engine.runBalanced(outputIndex.offsets, extra: 8, vectors: vectors) { range in
      // All outputs go through one stretch of the batch before the next, or the stretches would
      // save nothing.
      let step = stretches.count > 1 ? range.count : BatchTile.neurons
      for lower in stride(from: range.lowerBound, to: range.upperBound, by: step) {
        let block = lower..<min(lower + step, range.upperBound)
        for stretch in stretches { forward(block, input, bias, output, stretch, on: engine) }
        epilogue(block)
      }
    }
  }

  /// The same for a large matrix and a narrow batch: along the inputs' connections. Each part goes
  /// through all inputs, so there are as many as threads.
  private func scatter(
    _ input: Panel, _ bias: [Float]?, _ output: Panel, on engine: Engine,
    then epilogue: (Range<Int>) -> Void
  ) {
    let partition = Partition(outputIndex.offsets, extra: 8)
    engine.pool.run(engine.threads) { part in
      let range = partition.range(part, of: engine.threads)
      func run(_ bias: UnsafePointer<Float>?) {
        engine.kernels.pointee.sparse_scatter(
          range.lowerBound, range.upperBound, rows, rowOffsets, columnIndices, values, bias,
          input.base, input.stride, output.base, output.stride, input.vectors)
      }
      if let bias { bias.withUnsafeBufferPointer { run($0.baseAddress) } } else { run(nil) }
      if !range.isEmpty { epilogue(range) }
    }
  }

  private func forward(
    _ block: Range<Int>, _ input: Panel, _ bias: [Float]?, _ output: Panel,
    _ stretch: Range<Int>, on engine: Engine
  ) {
    let from = stretch.lowerBound * 16
    func run(_ bias: UnsafePointer<Float>?) {
      engine.kernels.pointee.sparse_forward(
        block.lowerBound, block.upperBound, outputIndex.offsets, outputIndex.rows,
        outputIndex.positions, values, bias, input.base + from, input.stride, output.base + from,
        output.stride, stretch.count)
    }
    if let bias { bias.withUnsafeBufferPointer { run($0.baseAddress) } } else { run(nil) }
  }
}
