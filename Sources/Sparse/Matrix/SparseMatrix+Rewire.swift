extension SparseMatrix {
  /// Removes the connections at `positions` and adds `cells` with `values`, keeping the order.
  /// Other connections keep weight and velocity; new ones have velocity 0.
  ///
  /// In place: what stays closes up towards the front, then makes room for what comes, from the
  /// end. O(rows + nonzeros + added) time, and no memory beyond the result's positions unless the
  /// number of connections grows.
  /// - Returns: where the new connections stand now, ascending.
  /// - Precondition: `positions` ascend strictly and are valid; `cells` ascend strictly, lie in the
  ///   matrix and are empty after the removal; there is a value for each; the result is within
  ///   `limit`.
  @discardableResult
  public mutating func rewire(
    removing positions: [Int32], adding cells: [Cell], values new: [Float]
  ) -> [Int32] {
    check(removing: positions, adding: cells)
    precondition(cells.count == new.count)
    let kept = nonzeros - positions.count
    precondition(kept + cells.count <= Self.limit)
    // Whoever needed the index will need it again; better now than on the way.
    let needsIndex = lazyIndex.isBuilt
    lazyIndex = LazyIndex()
    withRewiring { $0.remove(positions) }
    resize(to: kept + cells.count)
    let added = [Int32](unsafeUninitializedCapacity: cells.count) { added, filled in
      withRewiring { $0.add(cells, new, kept: kept, added: added) }
      filled = cells.count
    }
    if needsIndex { _ = outputIndex }
    #if DEBUG
      checkInvariants()
    #endif
    return added
  }

  private func check(removing positions: [Int32], adding cells: [Cell]) {
    var last: Int32 = -1
    for position in positions {
      precondition(position > last && position < nonzeros)
      last = position
    }
    var before = Cell(row: -1, column: 0)
    for cell in cells {
      precondition(before < cell && cell.row < rows && cell.column >= 0 && cell.column < columns)
      before = cell
    }
  }

  /// Makes the arrays of the connections that long; new numbers are 0.
  private mutating func resize(to count: Int) {
    let more = count - nonzeros
    if more > 0 {
      columnIndices.append(contentsOf: repeatElement(0, count: more))
      weights.append(contentsOf: repeatElement(0, count: more))
      speeds.append(contentsOf: repeatElement(0, count: more))
    } else {
      columnIndices.removeLast(-more)
      weights.removeLast(-more)
      speeds.removeLast(-more)
    }
  }

  private mutating func withRewiring(_ body: (RewiringMaster) -> Void) {
    rowOffsets.withUnsafeMutableBufferPointer { offsets in
      columnIndices.withUnsafeMutableBufferPointer { columns in
        weights.withUnsafeMutableBufferPointer { values in
          speeds.withUnsafeMutableBufferPointer { velocity in
            body(
              RewiringMaster(
                offsets: offsets, columns: columns, values: values, velocity: velocity))
          }
        }
      }
    }
  }
}
