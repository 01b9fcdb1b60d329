internal import CKernels

/// Chooses empty cells of a layer by their cosine similarities, block by block.
///
/// Give it every block of the layer once, in any order; what it finds is exact, and depends neither
/// on that order nor on how the layer was cut or on the number of threads. Cells without similarity
/// (C = 0) are never taken: where fewer than `count` have any, it finds fewer, and
/// `SparseMatrix.emptyCells(_:afterRemoving:besides:stream:)` draws the rest.
///
/// Every cell is compared with what `count` better ones have left possible, sixteen at a time; only
/// those that pass are looked up in the matrix. O(cells) in all, and 24 bytes for each cell wanted.
public final class EmptyCellSearch: Sendable {
  /// How cells are chosen.
  public enum Rule: Sendable {
    /// Those with the largest similarity; among equals the first in order of row and column.
    case largest
    /// At random without replacement, each draw in proportion to the similarity: those with the
    /// smallest −ln(1 − u)/C (Efraimidis & Spirakis 2006, with the exponential of their key).
    /// u is the cell's own number of the stream's address: see `RandomStream.word(ofRow:column:)`.
    case proportional(RandomStream)
  }

  let rule: Rule
  let matrix: SparseMatrix
  let removed: [Int32]
  let selection: RunningSelection?

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
    selection = count > 0 ? RunningSelection(of: count) : nil
  }

  /// Takes the cells of a block that all samples have been added to.
  /// - Precondition: the block lies within the matrix.
  public func take(_ block: CosineBlock, on engine: Engine) {
    precondition(block.rows.upperBound <= matrix.rows)
    precondition(block.columns.upperBound <= matrix.columns)
    guard let selection else { return }
    let scales = block.scales
    let pieces = (block.columns.count + EmptyCellScan.width - 1) / EmptyCellScan.width
    let units = block.rows.count * pieces
    let parts = Partition.parts(
      work: block.rows.count * block.columns.count / 4, threads: engine.threads)
    engine.pool.run(parts) { part in
      var scan = EmptyCellScan(of: block, for: self, into: selection, scales, on: engine)
      for unit in units * part / parts..<units * (part + 1) / parts {
        scan.visit(row: unit / pieces, piece: unit % pieces)
      }
      scan.flush()
    }
  }

  /// What was found in the blocks taken so far: at most `count` cells in ascending order.
  public func cells() -> [Cell] { selection?.cells() ?? [] }
}
