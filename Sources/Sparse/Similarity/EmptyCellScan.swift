internal import CKernels

/// One thread's walk along the cells of a block, for an `EmptyCellSearch`.
struct EmptyCellScan {
  /// Columns looked at together; a multiple of 64.
  static let width = 4096

  private let scores: CellScores
  private let search: EmptyCellSearch
  private let engine: Engine
  private let bound: RankedCell?
  /// The cells that may be among the best, with the best keys that they can have.
  private(set) var found: [RankedCell] = []
  /// The worst keys that they can have, where scores are bounds; infinite for those that may have no
  /// score.
  private(set) var worst: [Double] = []
  /// What kernels pick: columns of a piece, and their random words.
  private var picked = [Int32](repeating: 0, count: width)
  private var drawn = [UInt32](repeating: 0, count: width)

  init(
    of scores: CellScores, for search: EmptyCellSearch, within bound: RankedCell?,
    on engine: Engine
  ) {
    self.scores = scores
    self.search = search
    self.engine = engine
    self.bound = bound
  }

  /// Looks at a piece of a row of the block.
  mutating func visit(row: Int, piece: Int) {
    guard scores.scales.rows[row] > 0 else { return }
    let first = piece * Self.width
    let picks = pick(row, first, min(Self.width, scores.columns.count - first))
    keepEmpty(picks, row: row, first: first)
  }

  /// How many columns of the piece may be among the best, as the kernels put them into `picked`.
  private mutating func pick(_ row: Int, _ first: Int, _ count: Int) -> Int {
    let products = scores.products.row(row) + first
    let scale = scores.scales.rows[row]
    return scores.scales.columns.withUnsafeBufferPointer { columns in
      let columns = columns.baseAddress! + first
      switch search.rule {
      case .largest:
        let least = max(Float(-(bound?.key ?? 0)), .leastNormalMagnitude)
        return engine.kernels.pointee.similar_cells(
          count, products, scale, columns, least, &picked)
      case .proportional(let stream):
        // −ln(1 − u) ≥ u, so that no cell within the bound's reach is missed; the margin covers
        // what rounding the product with the similarity may lose.
        let reach = bound.map { Float($0.key * (1 + 0x1p-20)).nextUp } ?? .infinity
        return engine.kernels.pointee.drawn_cells(
          scores.columns.lowerBound + first, count, products, scale, columns, reach,
          stream.draw(ofRow: scores.rows.lowerBound + row), &picked, &drawn)
      }
    }
  }

  /// Keeps those of the first `picks` columns picked whose cells are empty.
  private mutating func keepEmpty(_ picks: Int, row: Int, first: Int) {
    guard picks > 0 else { return }
    let matrixRow = scores.rows.lowerBound + row
    let connections = search.matrix.positions(ofRow: matrixRow)
    search.matrix.withMaster { master in
      var position = connections.lowerBound
      for pick in 0..<picks {
        let column = first + Int(picked[pick])
        let target = Int32(scores.columns.lowerBound + column)
        position = (position..<connections.upperBound).firstPlace {
          master.columns[$0] >= target
        }
        let isConnection = position < connections.upperBound && master.columns[position] == target
        if isConnection, !isRemoved(position) { continue }
        let cell = Cell(row: Int32(matrixRow), column: target)
        let best = RankedCell(key: key(scores.score(row, column), pick), cell: cell)
        guard bound.map({ best < $0 }) ?? true else { continue }
        found.append(best)
        guard scores.errors != nil else { continue }
        let least = scores.least(row, column)
        worst.append(least > 0 ? key(least, pick) : .infinity)
      }
    }
  }

  private func isRemoved(_ position: Int) -> Bool {
    let removed = search.removed
    let index = removed.indices.firstPlace { removed[$0] >= position }
    return index < removed.count && removed[index] == position
  }

  private func key(_ score: Float, _ pick: Int) -> Double {
    search.rule.key(score) { drawn[pick] }
  }
}
