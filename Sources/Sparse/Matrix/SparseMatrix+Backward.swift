extension SparseMatrix {
  /// One pass of backward and update. For every input neuron i: dx_i = Σ_j w_ij dy_j with the
  /// weights as they were; then for each of its connections the gradient g = x_i · dy_j, summed
  /// over the batch, and the step v ← μv − η(g + λw), w ← w + v. No gradient is stored.
  ///
  /// `inputGradient` is nil for a first layer, which needs no dx; else its batch is set to
  /// `input.batch`. `epilogue` is called with ranges of input neurons as they are done, on the
  /// thread that computed them, as in `forward`: the place for the activation's derivative.
  ///
  /// - Precondition: `input` and `inputGradient` have `rows` features, `outputGradient` has
  ///   `columns`; batches agree; padding columns of `outputGradient` are zero, of `input` finite.
  /// - Complexity: O(nonzeros · batch), divided among the threads.
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
    let vectors = input.vectors
    let offsets = rowOffsets
    let targets = columnIndices
    var pass = BackwardPass(
      input: input, outputGradient: outputGradient, inputGradient: inputGradient, step: step)
    let expanded = expands(vectors: vectors)
    let columns = columns
    // Gradients in several stretches need an array; then a part stays whole, or its blocks would
    // each go through all of the outputs' gradients.
    let sums =
      pass.gathersGradients && !expanded
      ? UnsafeMutablePointer<Float>.allocate(capacity: nonzeros) : nil
    defer { sums?.deallocate() }
    if NarrowRows.suit(batch: input.batch, nonzeros: nonzeros) {
      let rows = NarrowRows(columns, batch: input.batch)
      engine.runEvenly(columns, weight: 1) { rows.read($0, of: outputGradient) }
      pass.narrow = rows
    }
    weights.withUnsafeMutableBufferPointer { values in
      speeds.withUnsafeMutableBufferPointer { velocity in
        let pointers = (values.baseAddress, velocity.baseAddress)
        engine.runBalanced(offsets, extra: 8, vectors: 2 * vectors) { range in
          if expanded {
            return pass.runExpanded(
              range, columns: columns, offsets: offsets, columnIndices: targets, pointers,
              on: engine, then: epilogue)
          }
          let length = pass.gathersGradients ? range.count : BatchTile.neurons
          BatchTile.forEachBlock(of: range, length: length) { block in
            pass.run(block, offsets: offsets, columns: targets, pointers, sums: sums, on: engine)
            epilogue(block)
          }
        }
      }
    }
  }
}
