/// The arrays of a master while it is rewired.
struct RewiringMaster {
  let offsets: UnsafeMutableBufferPointer<Int>
  let columns: UnsafeMutableBufferPointer<Int32>
  let values: UnsafeMutableBufferPointer<Float>
  let velocity: UnsafeMutableBufferPointer<Float>

  private func move(_ from: Int, to: Int) {
    columns[to] = columns[from]
    values[to] = values[from]
    velocity[to] = velocity[from]
  }

  /// Closes up over the connections at `positions`; the last as many places hold nothing of use.
  func remove(_ positions: [Int32]) {
    guard let first = positions.first else { return }
    positions.withUnsafeBufferPointer { positions in
      closeUp(from: Int(first), over: positions)
      var gone = 0
      for row in 1..<offsets.count {
        while gone < positions.count, positions[gone] < offsets[row] { gone &+= 1 }
        offsets[row] &-= gone
      }
    }
  }

  /// Moves what stays towards the front, in stretches. Writes first and counts after: which
  /// connections go is beyond prediction, so a branch would cost more.
  private func closeUp(from first: Int, over positions: UnsafeBufferPointer<Int32>) {
    let stretch = 1024
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: stretch) { goes in
      goes.initialize(repeating: 0)
      var (to, next, start) = (first, 0, first)
      while start < columns.count {
        let end = min(start &+ stretch, columns.count)
        let here = next
        while next < positions.count, positions[next] < end {
          goes[Int(positions[next]) &- start] = 1
          next &+= 1
        }
        for from in start..<end {
          move(from, to: to)
          to &+= 1 &- Int(goes[from &- start])
        }
        for place in here..<next { goes[Int(positions[place]) &- start] = 0 }
        start = end
      }
    }
  }

  /// Inserts `cells` among the first `kept` connections, and says where.
  func add(
    _ cells: [Cell], _ new: [Float], kept: Int, added: UnsafeMutableBufferPointer<Int32>
  ) {
    cells.withUnsafeBufferPointer { cells in
      var missing = cells.count
      var end = kept
      var row = offsets.count - 1
      while missing > 0, row > 0 {
        row &-= 1
        let begin = offsets[row]
        offsets[row &+ 1] = end &+ missing
        while missing > 0, cells[missing &- 1].row == row {
          let column = cells[missing &- 1].column
          while end > begin, columns[end &- 1] > column {
            end &-= 1
            move(end, to: end &+ missing)
          }
          precondition(end == begin || columns[end &- 1] != column, "the cell is not empty")
          missing &-= 1
          let place = end &+ missing
          columns[place] = column
          values[place] = new[missing]
          velocity[place] = 0
          added[missing] = Int32(truncatingIfNeeded: place)
        }
        while missing > 0, end > begin {
          end &-= 1
          move(end, to: end &+ missing)
        }
        end = begin
      }
    }
  }
}
