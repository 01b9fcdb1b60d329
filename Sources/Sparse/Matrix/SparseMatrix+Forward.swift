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
    if !Self.needsIndex(nonzeros: nonzeros, batch: input.batch) {
      return scatter(input, bias, output, on: engine, then: epilogue)
    }
    let stretches = BatchTile.stretches(vectors: vectors, features: rows)
    let index = outputIndex
    let expanded = expands(vectors: vectors)
    let all = 0..<vectors
    if expanded && BatchTile.cutsBatch(outputs: columns, threads: engine.threads) {
      // Every part expands the few columns for itself, which costs less than to wait for another.
      engine.runStretches(vectors, work: nonzeros * vectors) { stretch in
        expandedForward(0..<columns, index, input, bias, output, stretch, on: engine) { _ in }
      }
      return epilogue(0..<columns)
    }
    engine.runBalanced(index.offsets, extra: 8, vectors: vectors) { range in
      if expanded {
        return expandedForward(
          range, index, input, bias, output, all, on: engine, then: epilogue)
      }
      // All outputs go through one stretch of the batch before the next, or the stretches would
      // save nothing.
      let length = stretches.count > 1 ? range.count : BatchTile.neurons
      BatchTile.forEachBlock(of: range, length: length) { block in
        for stretch in stretches { forward(block, index, input, bias, output, stretch, on: engine) }
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
    let partition = Partition(outputOffsets, extra: 8)
    let sums =
      NarrowRows.suit(batch: input.batch, nonzeros: nonzeros)
      ? NarrowRows(columns, batch: input.batch) : nil
    engine.pool.run(engine.threads) { part in
      let range = partition.range(part, of: engine.threads)
      if let sums {
        scatter(range, input, bias, sums, on: engine)
        sums.write(range, to: output)
      } else {
        scatter(range, input, bias, output, on: engine)
      }
      // Piece by piece, so that an activation finds its rows where dropout needs them next.
      BatchTile.forEachBlock(of: range, epilogue)
    }
  }

  private func scatter(
    _ range: Range<Int>, _ input: Panel, _ bias: [Float]?, _ output: Panel, on engine: Engine
  ) {
    func run(_ bias: UnsafePointer<Float>?) {
      engine.kernels.pointee.sparse_scatter(
        range.lowerBound, range.upperBound, rows, rowOffsets, columnIndices, values, bias,
        input.base, input.stride, output.base, output.stride, input.vectors)
    }
    if let bias { bias.withUnsafeBufferPointer { run($0.baseAddress) } } else { run(nil) }
  }

  private func scatter(
    _ range: Range<Int>, _ input: Panel, _ bias: [Float]?, _ sums: NarrowRows, on engine: Engine
  ) {
    sums.fill(range, with: bias)
    engine.kernels.pointee.narrow_forward(
      range.lowerBound, range.upperBound, columns, rows, rowOffsets, columnIndices, values,
      input.base, input.stride, sums.base, sums.width)
  }

  private func forward(
    _ block: Range<Int>, _ index: OutputIndex, _ input: Panel, _ bias: [Float]?, _ output: Panel,
    _ stretch: Range<Int>, on engine: Engine
  ) {
    let from = stretch.lowerBound * 16
    func run(_ bias: UnsafePointer<Float>?) {
      engine.kernels.pointee.sparse_forward(
        block.lowerBound, block.upperBound, index.offsets, index.rows, index.positions, values,
        bias, input.base + from, input.stride, output.base + from, output.stride, stretch.count)
    }
    if let bias { bias.withUnsafeBufferPointer { run($0.baseAddress) } } else { run(nil) }
  }
}
