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
  /// that found too few. With `forbidRemoved` cells just removed only fill what others cannot.
  /// O(nonzeros + count · log count) time, and a copy of the matrix.
  /// - Precondition: `positions` ascend and are valid; `chosen` ascend and are empty after removal,
  ///   with `forbidRemoved` before it too; there are `count` such cells.
  public func emptyCells(
    _ count: Int, afterRemoving positions: [Int32], besides chosen: [Cell],
    forbidRemoved: Bool = false, stream: inout RandomStream
  ) -> [Cell] {
    guard count > 0 else { return [] }
    var taken = self
    let values = [Float](repeating: 0, count: chosen.count)
    let added = taken.rewire(
      removing: forbidRemoved ? [] : positions, adding: chosen, values: values)
    guard forbidRemoved else { return taken.emptyCells(count, afterRemoving: [], stream: &stream) }
    var before = 0
    let moved = positions.map { position in
      while before < added.count, added[before] <= position + Int32(before) { before += 1 }
      return position + Int32(before)
    }
    return taken.emptyCells(count, afterRemoving: moved, forbidRemoved: true, stream: &stream)
  }

  /// `count` distinct cells: those that were `found` by similarity or gradient and, where these are
  /// too few, more that are uniform over the others, in ascending order. Else as `besides`.
  public func emptyCells(
    _ count: Int, afterRemoving positions: [Int32], with found: [Cell],
    forbidRemoved: Bool = false, stream: inout RandomStream
  ) -> [Cell] {
    guard found.count < count else { return found }
    let others = emptyCells(
      count - found.count, afterRemoving: positions, besides: found, forbidRemoved: forbidRemoved,
      stream: &stream)
    return (found + others).sorted()
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
