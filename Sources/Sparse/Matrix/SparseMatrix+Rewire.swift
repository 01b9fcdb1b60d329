extension SparseMatrix {
  /// Removes the connections at `positions` and adds `cells` with `values`, in one merge that
  /// keeps the order. Other connections keep weight and velocity; new ones have velocity 0.
  /// O(rows + columns + nonzeros + added).
  /// - Precondition: `positions` ascend strictly and are valid; `cells` ascend strictly, lie in the
  ///   matrix and are empty after the removal; there is a value for each; the result is within
  ///   `limit`.
  public mutating func rewire(removing positions: [Int], adding cells: [Cell], values new: [Float])
  {
    precondition(cells.count == new.count)
    precondition(positions.allSatisfy { $0 >= 0 && $0 < nonzeros })
    precondition(zip(positions, positions.dropFirst()).allSatisfy { $0 < $1 })
    precondition(zip(cells, cells.dropFirst()).allSatisfy { $0 < $1 })
    precondition(
      cells.allSatisfy { $0.row >= 0 && $0.row < rows && $0.column >= 0 && $0.column < columns })
    let count = nonzeros - positions.count + cells.count
    precondition(count <= Self.limit)
    let merged = merged(count, removing: positions, adding: cells, values: new)
    self = SparseMatrix(
      trusted: rows, columns, merged.offsets, merged.columns, merged.values, merged.velocity)
    #if DEBUG
      checkInvariants()
    #endif
  }

  private func merged(
    _ count: Int, removing positions: [Int], adding cells: [Cell], values new: [Float]
  ) -> (offsets: [Int], columns: [Int32], values: [Float], velocity: [Float]) {
    var offsets = [Int](repeating: 0, count: rows + 1)
    var (targets, weights, speeds) = ([Int32](), [Float](), [Float]())
    targets = [Int32](unsafeUninitializedCapacity: count) { targets, targetsFilled in
      weights = [Float](unsafeUninitializedCapacity: count) { weights, weightsFilled in
        speeds = [Float](unsafeUninitializedCapacity: count) { speeds, speedsFilled in
          withMaster { master in
            var merge = Merge(
              master: master, columns: targets, values: weights, velocity: speeds)
            merge.run(removing: positions, adding: cells, values: new, offsets: &offsets)
            precondition(merge.filled == count)
          }
          (targetsFilled, weightsFilled, speedsFilled) = (count, count, count)
        }
      }
    }
    return (offsets, targets, weights, speeds)
  }
}

/// The arrays of a rewired matrix as they fill up.
private struct Merge {
  let master: SparseMatrix.Master
  let columns: UnsafeMutableBufferPointer<Int32>
  let values: UnsafeMutableBufferPointer<Float>
  let velocity: UnsafeMutableBufferPointer<Float>
  var filled = 0

  mutating func run(
    removing positions: [Int], adding cells: [Cell], values new: [Float], offsets: inout [Int]
  ) {
    var nextRemoved = 0
    var nextAdded = 0
    for row in 0..<master.offsets.count - 1 {
      var position = master.offsets[row]
      let end = master.offsets[row + 1]
      while true {
        // Whole runs between the changes are copied at once.
        let stop = nextRemoved < positions.count ? min(end, positions[nextRemoved]) : end
        if nextAdded < cells.count, cells[nextAdded].row == row {
          let column = cells[nextAdded].column
          var before = position
          while before < stop, master.columns[before] < column { before += 1 }
          copy(position..<before)
          position = before
          if before < stop || stop == end {
            precondition(before == end || master.columns[before] != column)
            add(column, new[nextAdded])
            nextAdded += 1
            continue
          }
        } else {
          copy(position..<stop)
          position = stop
        }
        if position == end { break }
        position += 1  // the removed one
        nextRemoved += 1
      }
      offsets[row + 1] = filled
    }
  }

  private mutating func copy(_ run: Range<Int>) {
    for position in run {
      columns[filled] = master.columns[position]
      values[filled] = master.values[position]
      velocity[filled] = master.velocity[position]
      filled &+= 1
    }
  }

  private mutating func add(_ column: Int32, _ value: Float) {
    columns[filled] = column
    values[filled] = value
    velocity[filled] = 0
    filled += 1
  }
}
