internal import CKernels

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// One thread's walk along the cells of a block, for an `EmptyCellSearch`.
struct EmptyCellScan {
  /// Columns looked at together; a multiple of 64.
  static let width = 4096

  private let block: ProductBlock
  private let search: EmptyCellSearch
  private let scales: (rows: [Float], columns: [Float])
  private let engine: Engine
  private let bound: RankedCell?
  /// The cells that may be among the best.
  private(set) var found: [RankedCell] = []
  /// What kernels pick: columns of a piece, and their random words.
  private var picked = [Int32](repeating: 0, count: width)
  private var drawn = [UInt32](repeating: 0, count: width)

  init(
    of block: ProductBlock, for search: EmptyCellSearch, within bound: RankedCell?,
    _ scales: (rows: [Float], columns: [Float]), on engine: Engine
  ) {
    self.block = block
    self.search = search
    self.scales = scales
    self.engine = engine
    self.bound = bound
  }

  /// Looks at a piece of a row of the block.
  mutating func visit(row: Int, piece: Int) {
    let scale = scales.rows[row]
    guard scale > 0 else { return }
    let first = piece * Self.width
    let count = min(Self.width, block.columns.count - first)
    let products = block.products.row(row) + first
    let picks = pick(row, first, count, products, scale)
    keepEmpty(picks, row: row, first: first, products, scale)
  }

  /// How many columns of the piece may be among the best, as the kernels put them into `picked`.
  private mutating func pick(
    _ row: Int, _ first: Int, _ count: Int, _ products: UnsafePointer<Float>, _ scale: Float
  ) -> Int {
    scales.columns.withUnsafeBufferPointer { columns in
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
          block.columns.lowerBound + first, count, products, scale, columns, reach,
          stream.draw(ofRow: block.rows.lowerBound + row), &picked, &drawn)
      }
    }
  }

  /// Keeps those of the first `picks` columns picked whose cells are empty.
  private mutating func keepEmpty(
    _ picks: Int, row: Int, first: Int, _ products: UnsafePointer<Float>, _ scale: Float
  ) {
    guard picks > 0 else { return }
    let matrixRow = block.rows.lowerBound + row
    let connections = search.matrix.positions(ofRow: matrixRow)
    search.matrix.withMaster { master in
      let left = block.columns.lowerBound + first
      var position = connections.lowerBound
      for pick in 0..<picks {
        let column = Int(picked[pick])
        let target = Int32(left + column)
        position = (position..<connections.upperBound).firstPlace {
          master.columns[$0] >= target
        }
        let isConnection = position < connections.upperBound && master.columns[position] == target
        if isConnection, !isRemoved(position) { continue }
        let c = similarity(
          product: products[column], scale, scales.columns[first + column], limit: block.limit)
        let cell = RankedCell(
          key: key(c, pick), cell: Cell(row: Int32(matrixRow), column: target))
        if bound.map({ cell < $0 }) ?? true { found.append(cell) }
      }
    }
  }

  private func isRemoved(_ position: Int) -> Bool {
    let removed = search.removed
    let index = removed.indices.firstPlace { removed[$0] >= position }
    return index < removed.count && removed[index] == position
  }

  private func key(_ similarity: Float, _ pick: Int) -> Double {
    switch search.rule {
    case .largest: return -Double(similarity)
    case .proportional:
      let u = (Double(drawn[pick]) + 0.5) * 0x1p-32
      return -log(1 - u) / Double(similarity)
    }
  }
}
