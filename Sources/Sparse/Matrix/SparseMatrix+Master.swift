extension SparseMatrix {
  /// The arrays of the master as buffers, for loops over all connections: reading an array inside
  /// a structure costs a retain and a check each time.
  struct Master {
    let offsets: UnsafeBufferPointer<Int>
    let columns: UnsafeBufferPointer<Int32>
    let values: UnsafeBufferPointer<Float>
    let velocity: UnsafeBufferPointer<Float>
  }

  /// Calls `body` with the master's buffers, which are valid only meanwhile.
  func withMaster<Result>(_ body: (Master) -> Result) -> Result {
    rowOffsets.withUnsafeBufferPointer { offsets in
      columnIndices.withUnsafeBufferPointer { columns in
        weights.withUnsafeBufferPointer { values in
          speeds.withUnsafeBufferPointer { velocity in
            body(Master(offsets: offsets, columns: columns, values: values, velocity: velocity))
          }
        }
      }
    }
  }
}
