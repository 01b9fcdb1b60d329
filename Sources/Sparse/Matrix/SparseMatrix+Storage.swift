extension SparseMatrix {
  /// The bytes of the arrays that hold the matrix: 12 a connection, 8 more once the index by output
  /// is there, and 8 a neuron. O(1).
  public var storedBytes: Int {
    let index = lazyIndex.isBuilt ? 8 * nonzeros : 0
    return 12 * nonzeros + index + 8 * (rows + 1) + 8 * (columns + 1)
  }
}
