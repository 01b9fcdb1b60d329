public import Sparse

/// Where the connections of a layer lie, coarse enough to be looked at: neurons ordered by falling
/// degree on both sides, and cut into groups of like size.
public struct ConnectivityMap: Sendable, Equatable {
  /// The groups of input neurons, the best-connected first: by how many neurons each has.
  public let rows: [Int]
  /// The groups of output neurons, likewise.
  public let columns: [Int]
  /// The share of the cells of each pair of groups that hold a connection, 0…1, row by row.
  public let shares: [Double]

  /// The map of a layer, of at most `side` groups on each side; neurons of equal degree keep their
  /// order. O(connections + neurons · log neurons).
  /// - Precondition: `side` ≥ 1.
  public init(_ matrix: SparseMatrix, side: Int) {
    precondition(side >= 1)
    let rowGroups = NeuronGroups(degrees: matrix.rowDegrees(), count: side)
    let columnGroups = NeuronGroups(degrees: matrix.columnDegrees(), count: side)
    var counts = [Int](repeating: 0, count: rowGroups.sizes.count * columnGroups.sizes.count)
    for row in 0..<matrix.rows {
      let first = rowGroups.group[row] * columnGroups.sizes.count
      for position in matrix.positions(ofRow: row) {
        counts[first + columnGroups.group[Int(matrix.columnIndices[position])]] += 1
      }
    }
    rows = rowGroups.sizes
    columns = columnGroups.sizes
    let cells = rows.flatMap { high in columnGroups.sizes.map { Double(high) * Double($0) } }
    shares = zip(counts, cells).map { Double($0) / $1 }
  }
}

/// Neurons in order of falling degree, cut into groups whose sizes differ by one at most.
private struct NeuronGroups {
  /// How many neurons each group has.
  let sizes: [Int]
  /// The group of each neuron.
  let group: [Int]

  init(degrees: [Int], count: Int) {
    let order = degrees.indices.sorted { (degrees[$1], $0) < (degrees[$0], $1) }
    let groups = min(count, degrees.count)
    let bounds = (0...groups).map { groups == 0 ? 0 : $0 * degrees.count / groups }
    sizes = zip(bounds, bounds.dropFirst()).map { $1 - $0 }
    var group = [Int](repeating: 0, count: degrees.count)
    for index in sizes.indices {
      for place in bounds[index]..<bounds[index + 1] { group[order[place]] = index }
    }
    self.group = group
  }
}
