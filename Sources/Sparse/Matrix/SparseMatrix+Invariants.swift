extension SparseMatrix {
  /// A matrix of numbers from outside, every one checked. O(rows + columns + nonzeros).
  /// - Throws: `MatrixFormError`, where an invariant does not hold or a number is not finite.
  public static func checked(
    rows: Int, columns: Int, rowOffsets: [Int], columnIndices: [Int32], values: [Float],
    velocity: [Float]? = nil
  ) throws(MatrixFormError) -> SparseMatrix {
    if let fault = fault(
      rows: rows, columns: columns, rowOffsets: rowOffsets, columnIndices: columnIndices,
      values: values, velocity: velocity)
    {
      throw MatrixFormError(fault: fault)
    }
    if let position = values.firstIndex(where: { !$0.isFinite }) {
      throw MatrixFormError(fault: "weight \(position) is not finite")
    }
    if let position = velocity?.firstIndex(where: { !$0.isFinite }) {
      throw MatrixFormError(fault: "velocity \(position) is not finite")
    }
    return SparseMatrix(
      trusted: rows, columns, rowOffsets, columnIndices, values,
      velocity ?? [Float](repeating: 0, count: values.count))
  }

  /// Stops the program unless the invariants hold: sizes within `limit`; offsets from 0 to
  /// `nonzeros`, never falling; columns ascending within each row and inside the matrix; one
  /// weight and one velocity a connection; the output index a permutation in step with the
  /// master. O(rows + columns + nonzeros). Debug builds call it after every edit.
  public func checkInvariants() {
    let fault = Self.fault(
      rows: rows, columns: columns, rowOffsets: rowOffsets, columnIndices: columnIndices,
      values: values, velocity: velocity)
    precondition(fault == nil, fault ?? "")
    guard lazyIndex.isBuilt else { return }
    let index = OutputIndex(
      offsets: OutputIndex.offsets(columns: columns, columnIndices: columnIndices),
      rowOffsets: rowOffsets, columnIndices: columnIndices)
    precondition(index == outputIndex, "the output index is out of step")
  }

  /// What is wrong with a matrix's numbers, nil if nothing is.
  static func fault(
    rows: Int, columns: Int, rowOffsets: [Int], columnIndices: [Int32], values: [Float],
    velocity: [Float]?
  ) -> String? {
    guard (0...limit).contains(rows), (0...limit).contains(columns) else {
      return "\(rows) × \(columns) neurons are more than it can hold"
    }
    let count = columnIndices.count
    guard count <= limit else { return "\(count) connections are more than it can hold" }
    guard rowOffsets.count == rows + 1 else {
      return "\(rowOffsets.count) offsets for \(rows) rows"
    }
    guard values.count == count else { return "\(values.count) weights for \(count) connections" }
    guard (velocity?.count ?? count) == count else { return "velocities do not match the weights" }
    guard rowOffsets[0] == 0, rowOffsets[rows] == count else {
      return "the offsets do not run from 0 to \(count)"
    }
    for row in 0..<rows where rowOffsets[row] > rowOffsets[row + 1] {
      return "the offsets fall after row \(row)"
    }
    for row in 0..<rows {
      var last: Int32 = -1
      for position in rowOffsets[row]..<rowOffsets[row + 1] {
        let column = columnIndices[position]
        guard column > last else { return "the columns of row \(row) do not ascend" }
        last = column
      }
      guard last < columns else { return "column \(last) of row \(row) is outside" }
    }
    return nil
  }
}
