public import Sparse

/// CoDASET's and CoPASET's growth: new connections where neurons are similar.
///
/// Only cells with a similarity above 0 are chosen for it; where fewer are empty than must be added,
/// the rest comes uniformly. 2 · cells · samples operations. Pieterse & Mocanu 2019, Algorithms 1
/// and 2, Eq. 2 and 3.
public struct SimilarityGrowth: GrowthRule {
  /// How cells are chosen by their similarity C.
  public enum Choice: Sendable {
    /// Those with the largest C; ties are broken by position.
    case largest
    /// Drawn without replacement, each draw in proportion to C.
    case proportional
  }

  /// How cells are chosen.
  public let choice: Choice
  /// Whether cells whose connection has just been removed are left out. A layer that has not
  /// enough other empty cells takes the rest from them, so that its nonzeros stay constant.
  public let forbidRemoved: Bool

  /// It reads activations.
  public var isLocal: Bool { false }
  /// It asks for those of all cells.
  public var similarities: SimilarityScope { .cells }

  /// Growth by similarity, into just-removed cells too unless forbidden.
  public init(_ choice: Choice, forbidRemoved: Bool) {
    self.choice = choice
    self.forbidRemoved = forbidRemoved
  }

  /// What is drawn is drawn from streams of the epoch and layer.
  public func cells(
    in matrix: SparseMatrix, afterRemoving positions: [Int32], context: EvolutionContext
  ) -> [Cell] {
    let search = EmptyCellSearch(
      rule(in: context), count: positions.count, in: matrix,
      afterRemoving: forbidRemoved ? [] : positions)
    context.similarities.search(search)
    var stream = context.stream(.growth)
    return matrix.emptyCells(
      positions.count, afterRemoving: positions, with: search.cells(),
      forbidRemoved: forbidRemoved, stream: &stream)
  }

  private func rule(in context: EvolutionContext) -> EmptyCellSearch.Rule {
    switch choice {
    case .largest: .largest
    case .proportional: .proportional(context.stream(.similarity))
    }
  }

  /// The similarities of the cells; or each one's share of those of all that may be chosen, which is its
  /// chance in a first draw.
  public func reasons(
    for chosen: [Cell], in matrix: SparseMatrix, afterRemoving positions: [Int32],
    context: EvolutionContext
  ) -> GrowthReasons? {
    let similarities = context.similarities.ofCells(rows: matrix.rows, columns: matrix.columns)
    let found = chosen.map {
      Double(similarities[Int($0.row) * matrix.columns + Int($0.column)])
    }
    guard choice == .proportional else {
      return GrowthReasons(measure: "similarity", largest: found)
    }
    let taken = Set(matrix.cells()).subtracting(
      forbidRemoved ? [] : matrix.cells(at: positions))
    var total = 0.0
    for row in 0..<matrix.rows {
      for column in 0..<matrix.columns
      where !taken.contains(Cell(row: Int32(row), column: Int32(column))) {
        total += Double(similarities[row * matrix.columns + column])
      }
    }
    return GrowthReasons(
      measure: "probability", scores: found.map { total > 0 ? $0 / total : 0 })
  }
}
