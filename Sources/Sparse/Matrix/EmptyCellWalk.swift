internal import CKernels

/// Finds the empty cells of given ranks, row by row.
///
/// Of a row's connections that stay, the i-th has column − i empty cells before it. The empty cell
/// of a place therefore lies behind as many connections as have that number or less, which a kernel
/// counts: a walk along both would branch at random.
struct EmptyCellWalk {
  let master: SparseMatrix.Master
  let width: UInt64
  /// Ranks among the matrix's empty cells, ascending.
  let ranks: UnsafeBufferPointer<UInt64>
  /// Positions of connections that count as empty, ascending.
  let free: UnsafeBufferPointer<Int32>
  /// Where the cells go, each to its rank's place.
  let cells: UnsafeMutableBufferPointer<Cell>

  /// Cells whose columns are found at once.
  private static let piece = 256

  /// Those in a range of rows.
  func run(_ rows: Range<Int>) {
    let longest = rows.reduce(0) { max($0, master.offsets[$1 &+ 1] &- master.offsets[$1]) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { isFree in
      isFree.initialize(repeating: 0)
      // The kernel reads 16 numbers at a time.
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: longest + 16) { before in
        before.initialize(repeating: 0)
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.piece) { columns in
          run(rows, isFree: isFree, before: before, columns: columns)
        }
      }
    }
  }

  private func run(
    _ rows: Range<Int>, isFree: UnsafeMutableBufferPointer<UInt8>,
    before: UnsafeMutableBufferPointer<Int32>, columns: UnsafeMutableBufferPointer<Int32>
  ) {
    guard !rows.isEmpty else { return }
    let first = master.offsets[rows.lowerBound]
    var nextFree = free.indices.firstPlace { free[$0] >= first }
    // The empty cells before the row at hand.
    var empty = UInt64(rows.lowerBound) * width - UInt64(first - nextFree)
    var next = ranks.indices.firstPlace { ranks[$0] >= empty }
    for row in rows {
      guard next < ranks.count else { return }
      let connections = master.offsets[row]..<master.offsets[row &+ 1]
      let firstFree = nextFree
      while nextFree < free.count, free[nextFree] < connections.upperBound { nextFree &+= 1 }
      let kept = connections.count &- (nextFree &- firstFree)
      let end = empty &+ width &- UInt64(truncatingIfNeeded: kept)
      if ranks[next] < end {
        fill(before, connections, without: firstFree..<nextFree, isFree: isFree)
        repeat {
          next = place(next, row, empty..<end, kept, before, columns)
        } while next < ranks.count && ranks[next] < end
      }
      empty = end
    }
  }

  /// How many empty cells are before each connection of a row that stays: ascending numbers.
  private func fill(
    _ before: UnsafeMutableBufferPointer<Int32>, _ connections: Range<Int>,
    without freeHere: Range<Int>, isFree: UnsafeMutableBufferPointer<UInt8>
  ) {
    let first = connections.lowerBound
    for place in freeHere { isFree[Int(free[place]) &- first] = 1 }
    // Writes first and counts after: which connections go is beyond prediction.
    var kept = 0
    for place in 0..<connections.count {
      before[kept] = master.columns[first &+ place] &- Int32(truncatingIfNeeded: kept)
      kept &+= 1 &- Int(isFree[place])
    }
    for place in freeHere { isFree[Int(free[place]) &- first] = 0 }
  }

  /// Places the cells from number `next` on that belong to a row, whose ranks are `ranksHere`: as
  /// many as are found at once. Returns the number of the first that is left.
  private func place(
    _ next: Int, _ row: Int, _ ranksHere: Range<UInt64>, _ kept: Int,
    _ before: UnsafeMutableBufferPointer<Int32>, _ columns: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    var end = next
    let last = min(next &+ Self.piece, ranks.count)
    while end < last, ranks[end] < ranksHere.upperBound {
      columns[end &- next] = Int32(truncatingIfNeeded: ranks[end] &- ranksHere.lowerBound)
      end &+= 1
    }
    InstructionSet.anyTable.pointee.empty_columns(
      kept, before.baseAddress, end &- next, columns.baseAddress)
    for number in next..<end {
      cells[number] = Cell(
        row: Int32(truncatingIfNeeded: row), column: columns[number &- next])
    }
    return end
  }
}
