/// Chooses empty cells of a layer by their scores, block by block: by the cosine similarity of their
/// neurons where blocks are `CosineBlock`s, by the magnitude of their product, such as a gradient,
/// where they are plain `ProductBlock`s.
///
/// Give it every block of the layer once, in any order; what it finds is exact, and depends neither
/// on that order nor on how the layer was cut or on the number of threads. Cells without a score
/// (C = 0, or no number) are never taken: where fewer than `count` have any, it finds fewer, and
/// `SparseMatrix.emptyCells(_:afterRemoving:besides:stream:)` draws the rest.
///
/// Every cell is compared with what `count` better ones have left possible, sixteen at a time; only
/// those that pass are looked up in the matrix. O(cells) in all, and 24 bytes for each cell wanted
/// besides at most 32 MiB. Used by one caller at a time.
public final class EmptyCellSearch {
  /// How cells are chosen.
  public enum Rule: Sendable {
    /// Those with the largest score; among equals the first in order of row and column.
    case largest
    /// At random without replacement, each draw in proportion to the score C: those with the
    /// smallest −ln(1 − u)/C (Efraimidis & Spirakis 2006, with the exponential of their key).
    /// u is the cell's own number of the stream's address: see `RandomStream.word(ofRow:column:)`.
    case proportional(RandomStream)
  }

  let rule: Rule
  let matrix: SparseMatrix
  let removed: [Int32]
  let count: Int
  private var selection: RunningSelection

  /// A search for `count` cells that are empty in `matrix` once the connections at `positions` are
  /// removed.
  /// - Precondition: `count` ≥ 0; `positions` ascend and are valid.
  public init(
    _ rule: Rule, count: Int, in matrix: SparseMatrix, afterRemoving positions: [Int32]
  ) {
    precondition(count >= 0)
    precondition((positions.first ?? 0) >= 0 && (positions.last ?? -1) < matrix.nonzeros)
    self.rule = rule
    self.matrix = matrix
    removed = positions
    self.count = count
    selection = RunningSelection(of: max(count, 1))
  }

  /// Takes the cells of a block that all samples have been added to.
  /// - Precondition: the block lies within the matrix.
  public func take(_ block: ProductBlock, on engine: Engine) {
    visit(block.scores, within: { selection.bound }, on: engine) { scan in
      selection.add(scan.found)
      return true
    }
  }

  /// Takes single cells with their scores, which are empty and not in any block taken; an infinite score
  /// chooses a cell before all others.
  /// - Precondition: as many scores as cells.
  public func take(_ cells: [Cell], scores: [Float]) {
    precondition(cells.count == scores.count)
    selection.add(
      zip(cells, scores).compactMap { cell, score in
        guard score > 0 else { return nil }
        let key = rule.key(score) { rule.word(of: cell) }
        return RankedCell(key: key, cell: cell)
      })
  }

  /// Hands `body` the scans of all cells of a block one after the other, `bound` being asked for what
  /// is still possible every now and then; ends where `body` says that it need not go on.
  func visit(
    _ scores: CellScores, within bound: () -> RankedCell?, on engine: Engine,
    _ body: (EmptyCellScan) -> Bool
  ) {
    precondition(scores.rows.upperBound <= matrix.rows)
    precondition(scores.columns.upperBound <= matrix.columns)
    guard count > 0 else { return }
    let pieces = (scores.columns.count + EmptyCellScan.width - 1) / EmptyCellScan.width
    let units = scores.rows.count * pieces
    // Rounds of more and more cells: each uses what the ones before have left possible.
    var (first, cells) = (0, Round.first)
    while first < units {
      let next = min(units, first + max(1, cells * pieces / scores.columns.count))
      let scans = scan(scores, first..<next, pieces: pieces, within: bound(), on: engine)
      for scan in scans { guard body(scan) else { return } }
      first = next
      cells = min(2 * cells, Round.last)
    }
  }

  /// What may be among the best in some pieces of a block's rows, numbered row by row.
  private func scan(
    _ scores: CellScores, _ units: Range<Int>, pieces: Int, within bound: RankedCell?,
    on engine: Engine
  ) -> [EmptyCellScan] {
    let work = units.count * min(scores.columns.count, EmptyCellScan.width) / 4
    let parts = Partition.parts(work: work, threads: engine.threads)
    let scan = EmptyCellScan(of: scores, for: self, within: bound, on: engine)
    var scans = [EmptyCellScan](repeating: scan, count: parts)
    scans.withUnsafeMutableBufferPointer { scans in
      engine.pool.run(parts) { part in
        let (lower, upper) = (units.count * part / parts, units.count * (part + 1) / parts)
        for unit in units.lowerBound + lower..<units.lowerBound + upper {
          scans[part].visit(row: unit / pieces, piece: unit % pieces)
        }
      }
    }
    return scans
  }

  /// What was found in the blocks taken so far: at most `count` cells in ascending order.
  public func cells() -> [Cell] { selection.smallest().map(\.cell).sorted() }

  /// How many cells are looked at between two selections.
  private enum Round {
    static let first = 1 << 15
    static let last = 1 << 20
  }
}
