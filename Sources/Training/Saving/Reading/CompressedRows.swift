internal import Sparse

/// A matrix in SciPy's CSR convention as files hold it: rows may list their columns in any order.
struct CompressedRows {
  let rows: Int
  let columns: Int
  let offsets: [Int]
  let indices: [Int]
  /// The weights.
  let values: [Float]
  /// The velocities of the weights.
  let velocity: [Float]

  /// Why numbers are no matrix.
  struct Fault: Error {
    let detail: String
  }

  /// The matrix, columns ascending in each row. O(rows + n log n) for n connections.
  /// - Throws: `Fault` for offsets that do not fit, columns that are outside or occur twice, and
  ///   what is not finite.
  func matrix() throws(Fault) -> SparseMatrix {
    guard columns <= SparseMatrix.limit, indices.allSatisfy({ 0 <= $0 && $0 < columns }) else {
      throw Fault(detail: "a column is outside of the \(columns) that there are")
    }
    let ascending = try ascendingOrder()
    do {
      return try SparseMatrix.checked(
        rows: rows, columns: columns, rowOffsets: offsets,
        columnIndices: sorted(indices.map { Int32($0) }, ascending),
        values: sorted(values, ascending), velocity: sorted(velocity, ascending))
    } catch {
      throw Fault(detail: error.fault)
    }
  }

  private func sorted<Element>(_ elements: [Element], _ order: [Int]?) -> [Element] {
    order.map { $0.map { elements[$0] } } ?? elements
  }

  /// The positions of the connections with columns ascending in each row; nil if they are so as they
  /// stand.
  private func ascendingOrder() throws(Fault) -> [Int]? {
    guard offsets.count == rows + 1, offsets[0] == 0, offsets[rows] == indices.count else {
      throw Fault(detail: "the offsets do not run from 0 to \(indices.count)")
    }
    for row in 0..<rows where offsets[row] > offsets[row + 1] {
      throw Fault(detail: "the offsets fall after row \(row)")
    }
    let isAscending = (0..<rows).allSatisfy { row in
      let positions = offsets[row]..<offsets[row + 1]
      return positions.dropFirst().allSatisfy { indices[$0 - 1] <= indices[$0] }
    }
    var order: [Int]?
    if !isAscending {
      order = Array(indices.indices)
      for row in 0..<rows {
        order?[offsets[row]..<offsets[row + 1]].sort { (indices[$0], $0) < (indices[$1], $1) }
      }
    }
    for row in 0..<rows {
      for position in (offsets[row]..<offsets[row + 1]).dropFirst() {
        let (one, next) = (order?[position - 1] ?? position - 1, order?[position] ?? position)
        guard indices[one] != indices[next] else {
          throw Fault(detail: "column \(indices[next]) occurs twice in row \(row)")
        }
      }
    }
    return order
  }
}
