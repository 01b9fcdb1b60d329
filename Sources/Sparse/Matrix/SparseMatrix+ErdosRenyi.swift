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
    let width = UInt64(columns)
    let targets = [Int32](unsafeUninitializedCapacity: nonzeros) { targets, filled in
      // The cells of a row are a stretch of the sample.
      var begin: UInt64 = 0
      for row in 0..<rows {
        while filled < nonzeros, sample[filled] - begin < width {
          targets[filled] = Int32(truncatingIfNeeded: sample[filled] - begin)
          filled += 1
        }
        offsets[row + 1] = filled
        begin += width
      }
    }
    let zeros = [Float](repeating: 0, count: nonzeros)
    return SparseMatrix(trusted: rows, columns, offsets, targets, zeros, zeros)
  }
}
