/// Where the connections of a layer lie, coarse enough to be looked at: neurons ordered by falling
/// degree on both sides, and cut into groups of like size, as few as hold so many neurons at most: of 60
/// neurons on 48 places 30 pairs, not 36 single ones and 12 pairs, which would differ for that alone.
public struct ConnectivityMap: Sendable, Equatable {
  /// The groups of input neurons, the best-connected first: by how many neurons each has.
  public let rows: [Int]
  /// The groups of output neurons, likewise.
  public let columns: [Int]
  /// The share of the cells of each pair of groups that hold a connection, 0…1, row by row.
  public let shares: [Double]

  /// The most groups that a side can have.
  public static let largestSide = 256

  /// The map of a layer, of at most `side` groups on each side; neurons of equal degree keep their
  /// order. O(connections + neurons), with one pass over the connections for the degrees of the outputs
  /// and one to count; 2 bytes a neuron and 4 an output while it is made.
  /// - Precondition: `side` is 1…`largestSide`.
  public init(_ matrix: SparseMatrix, side: Int) {
    precondition((1...Self.largestSide).contains(side))
    let rowGroups = NeuronGroups(neurons: matrix.rows, count: side) {
      matrix.rowOffsets[$0 + 1] - matrix.rowOffsets[$0]
    }
    var degrees = [Int32](repeating: 0, count: matrix.columns)
    for column in matrix.columnIndices { degrees[Int(column)] += 1 }
    let columnGroups = NeuronGroups(neurons: matrix.columns, count: side) { Int(degrees[$0]) }
    var counts = [Int](repeating: 0, count: rowGroups.sizes.count * columnGroups.sizes.count)
    // A training looks at every connection once an epoch: nothing is checked that the matrix has promised.
    matrix.columnIndices.withUnsafeBufferPointer { indices in
      columnGroups.group.withUnsafeBufferPointer { groups in
        counts.withUnsafeMutableBufferPointer { counts in
          for row in 0..<matrix.rows {
            let first = Int(rowGroups.group[row]) * columnGroups.sizes.count
            for position in matrix.positions(ofRow: row) {
              counts[first + Int(groups[Int(indices[position])])] += 1
            }
          }
        }
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
  let group: [UInt8]

  /// By counting, not by sorting: networks have millions of neurons, and a training asks often.
  init(neurons: Int, count: Int, degree: (Int) -> Int) {
    var ranks: [Int] = []
    for neuron in 0..<neurons {
      let degree = degree(neuron)
      if degree >= ranks.count {
        ranks += [Int](repeating: 0, count: degree + 1 - ranks.count)
      }
      ranks[degree] += 1
    }
    // From how many neurons have a degree to the place of the first of them.
    var place = 0
    for degree in ranks.indices.reversed() {
      (ranks[degree], place) = (place, place + ranks[degree])
    }
    let size = max((neurons + count - 1) / count, 1)
    let groups = (neurons + size - 1) / size
    let bounds = (0...groups).map { groups == 0 ? 0 : $0 * neurons / groups }
    var groupOfPlace: [UInt8] = []
    groupOfPlace.reserveCapacity(neurons)
    for index in 0..<groups {
      for _ in bounds[index]..<bounds[index + 1] { groupOfPlace.append(UInt8(index)) }
    }
    sizes = zip(bounds, bounds.dropFirst()).map { $1 - $0 }
    var group = [UInt8](repeating: 0, count: neurons)
    for neuron in 0..<neurons {
      let degree = degree(neuron)
      group[neuron] = groupOfPlace[ranks[degree]]
      ranks[degree] += 1
    }
    self.group = group
  }
}
