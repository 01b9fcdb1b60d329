extension SparseMatrix {
  /// A random matrix with exactly `nonzeros` connections, every set of that many distinct cells
  /// equally likely (Erdős–Rényi, G(n, m)); weights and velocities are 0.
  /// O(rows + columns + nonzeros) time and memory; no array of rows × columns is made.
  /// - Precondition: sizes and `nonzeros` are within `limit`; `nonzeros` ≤ rows · columns.
  public static func erdosRenyi(
    rows: Int, columns: Int, nonzeros: Int, stream: inout RandomStream
  ) -> SparseMatrix {
    precondition((0...limit).contains(rows) && (0...limit).contains(columns))
    let cells = UInt64(rows) * UInt64(columns)
    precondition((0...limit).contains(nonzeros) && UInt64(nonzeros) <= cells)
    let sample = stream.sortedSample(nonzeros, below: cells)
    var offsets = [Int](repeating: 0, count: rows + 1)
    var targets: [Int32] = []
    targets.reserveCapacity(nonzeros)
    let width = UInt64(max(columns, 1))
    for index in sample {
      let (row, column) = index.quotientAndRemainder(dividingBy: width)
      offsets[Int(row) + 1] += 1
      targets.append(Int32(column))
    }
    for row in 0..<rows { offsets[row + 1] += offsets[row] }
    let zeros = [Float](repeating: 0, count: nonzeros)
    return SparseMatrix(trusted: rows, columns, offsets, targets, zeros, zeros)
  }
}
