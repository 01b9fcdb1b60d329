extension SparseMatrix {
  /// The `count` empty cells (after removal of the connections at `positions`) whose neurons are most
  /// similar, in ascending order: fewer, where fewer have any similarity. `CosineBlock` says what
  /// the similarity is, `EmptyCellSearch` which cells those are.
  ///
  /// For activations that are all at hand, one panel for the input neurons and one for the outputs;
  /// 2 · rows · columns · samples operations, and at most 64 MiB besides 24 bytes a cell wanted.
  /// - Precondition: the panels have the matrix's rows and columns as features and as many samples.
  public func mostSimilarEmptyCells(
    _ count: Int, afterRemoving positions: [Int32], inputs: Panel, outputs: Panel, on engine: Engine
  ) -> [Cell] {
    let search = EmptyCellSearch(.largest, count: count, in: self, afterRemoving: positions)
    visitBlocks(inputs, outputs, on: engine) { search.take($0, on: engine) }
    return search.cells()
  }

  /// `count` empty cells (after removal of the connections at `positions`) drawn without replacement
  /// in proportion to the similarity of their neurons, in ascending order: fewer, where fewer have
  /// any. Costs and panels as for `mostSimilarEmptyCells`; `stream` is only an address.
  public func similarEmptyCells(
    _ count: Int, afterRemoving positions: [Int32], inputs: Panel, outputs: Panel,
    stream: RandomStream, on engine: Engine
  ) -> [Cell] {
    let search = EmptyCellSearch(
      .proportional(stream), count: count, in: self, afterRemoving: positions)
    visitBlocks(inputs, outputs, on: engine) { search.take($0, on: engine) }
    return search.cells()
  }

  /// The similarity of each connection's neurons; see `ConnectionSimilarities`.
  public func connectionSimilarities(
    inputs: Panel, outputs: Panel, on engine: Engine
  ) -> [Float] {
    let similarities = ConnectionSimilarities(of: self)
    similarities.add(inputs: inputs, outputs: outputs, on: engine)
    return similarities.values()
  }

  /// `count` distinct cells, uniform over those that are empty once the connections at `positions`
  /// are removed and `chosen` are taken, in ascending order: what fills up a choice by similarity
  /// that found too few. O(nonzeros + count · log count) time, and a copy of the matrix.
  /// - Precondition: `positions` ascend and are valid; `chosen` ascend and are empty after removal;
  ///   there are `count` such cells.
  public func emptyCells(
    _ count: Int, afterRemoving positions: [Int32], besides chosen: [Cell],
    stream: inout RandomStream
  ) -> [Cell] {
    var taken = self
    taken.rewire(
      removing: positions, adding: chosen, values: [Float](repeating: 0, count: chosen.count))
    return taken.emptyCells(count, afterRemoving: [], stream: &stream)
  }

  private func visitBlocks(
    _ inputs: Panel, _ outputs: Panel, on engine: Engine, _ body: (CosineBlock) -> Void
  ) {
    precondition(inputs.features == rows && outputs.features == columns)
    for (rows, columns) in CosineBlock.blocks(rows: rows, columns: columns) {
      let block = CosineBlock(rows: rows, columns: columns)
      block.add(inputs: inputs, outputs: outputs, on: engine)
      body(block)
    }
  }
}
