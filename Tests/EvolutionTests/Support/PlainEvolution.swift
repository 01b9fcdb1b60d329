import Evolution
import Networks
import Sparse

/// SET written plainly: sorting, sets, one random number after the other. What the library does in
/// linear time must be this to the bit.
struct PlainEvolution {
  let zeta: Double
  let epoch: Int
  let seed: UInt64

  /// A layer's matrix after an evolution.
  func evolved(_ matrix: SparseMatrix, layer: Int, _ distribution: WeightDistribution)
    -> SparseMatrix
  {
    let values = matrix.values
    var gone = values.indices.filter { values[$0] == 0 }
    for sign in [1, -1] as [Float] {
      let tail = values.indices.filter { values[$0] * sign > 0 }
      let sorted = tail.sorted { (abs(values[$0]), $0) < (abs(values[$1]), $1) }
      gone += sorted.prefix(Int(zeta * Double(tail.count) + 1e-9))
    }
    if zeta == 0 { gone = [] }
    let removed = Set(gone)
    var kept: [UInt64: (Float, Float)] = [:]
    let width = UInt64(matrix.columns)
    for (position, cell) in matrix.cells().enumerated() where !removed.contains(position) {
      kept[UInt64(cell.row) * width + UInt64(cell.column)] = (
        values[position], matrix.velocity[position]
      )
    }
    let new = places(removed.count, besides: kept, of: UInt64(matrix.rows) * width, layer)
    var weights = RandomStream(seed: seed, purpose: .growthWeights, epoch: epoch, layer: layer)
    for place in new {
      guard case .uniform(let bound) = distribution else { continue }
      kept[place] = (weights.uniform(-Float(bound), Float(bound)), 0)
    }
    let order = kept.keys.sorted()
    var offsets = [Int](repeating: 0, count: matrix.rows + 1)
    for place in order { offsets[Int(place / width) + 1] += 1 }
    for row in 0..<matrix.rows { offsets[row + 1] += offsets[row] }
    return SparseMatrix(
      rows: matrix.rows, columns: matrix.columns, rowOffsets: offsets,
      columnIndices: order.map { Int32($0 % width) }, values: order.compactMap { kept[$0]?.0 },
      velocity: order.compactMap { kept[$0]?.1 })
  }

  /// Where new connections come: ranks among the empty cells, drawn until enough are distinct.
  private func places(
    _ count: Int, besides kept: [UInt64: (Float, Float)], of cells: UInt64, _ layer: Int
  ) -> [UInt64] {
    var stream = RandomStream(seed: seed, purpose: .growth, epoch: epoch, layer: layer)
    let empty = (0..<cells).filter { kept[$0] == nil }
    var ranks: Set<UInt64> = []
    let bound = UInt64(empty.count)
    if UInt64(count) > bound / 2 {
      // Then it is drawn what stays empty.
      var left: Set<UInt64> = []
      while left.count < empty.count - count { left.insert(stream.integer(below: bound)) }
      ranks = Set(0..<bound).subtracting(left)
    }
    while ranks.count < count { ranks.insert(stream.integer(below: bound)) }
    return ranks.sorted().map { empty[Int($0)] }
  }
}
