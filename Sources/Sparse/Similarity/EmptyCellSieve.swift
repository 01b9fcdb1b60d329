/// Leaves over, of the empty cells that a search chooses from, those that can be among the best by what
/// bounds of their similarities tell, for which alone the similarities themselves must then be known: 1 or 2
/// of 100 where activations differ in sign or are sparse. What the search finds among them is what it would
/// find among all. Where all activations are much alike bounds rule out little, and it gives up.
///
/// Give it every block of the layer once. O(cells) in all; at most 3 bytes a cell besides 24 for each one wanted.
/// Used by one caller at a time.
public final class EmptyCellSieve {
  /// Of a layer's cells one in so many may be left over, and may be wanted; with more it costs less to
  /// compare all.
  public static let leastRatio = 16

  /// A cell with the best and the worst key that it can have.
  private struct Bracketed {
    let best: RankedCell
    let worst: Double
  }

  private let search: EmptyCellSearch
  /// The most cells left over.
  private let limit: Int
  /// Whether more were left over.
  private var hasGivenUp = false
  /// The cells that are best if all have their worst keys.
  private var safe: RunningSelection
  /// Those that may be as good.
  private var open: [Bracketed] = []
  /// How many are left over before those that have dropped out are let go.
  private let room: Int

  /// A sieve for what a search wants.
  public init(for search: EmptyCellSearch) {
    self.search = search
    limit = search.matrix.rows * search.matrix.columns / Self.leastRatio
    room = limit + (1 << 16)
    safe = RunningSelection(of: max(search.count, 1))
  }

  /// Takes the cells of a block that is closed.
  /// - Precondition: it lies within the search's matrix.
  public func take(_ bracket: CosineBracket, on engine: Engine) {
    guard !hasGivenUp else { return }
    search.visit(bracket.scores, within: { safe.bound }, on: engine) { scan in
      for (best, worst) in zip(scan.found, scan.worst) {
        open.append(Bracketed(best: best, worst: worst))
      }
      safe.add(
        zip(scan.found, scan.worst).compactMap { best, worst in
          worst < .infinity ? RankedCell(key: worst, cell: best.cell) : nil
        })
      if open.count > room { drop() }
      return !hasGivenUp
    }
  }

  /// Gives the search the cells that are among its best for sure, and returns those left over that may
  /// be, in ascending order, for the search to be given with their similarities. Nil, and nothing
  /// given, if it has given up.
  public func finish() -> [Cell]? {
    drop()
    guard !hasGivenUp else { return nil }
    // Whatever is ahead of all but `count` cells, even at its worst, is chosen.
    var limit = Double.infinity
    if open.count > search.count, search.count > 0 {
      var best = open.map(\.best)
      best.withUnsafeMutableBufferPointer { RankedCell.select(search.count + 1, of: $0) }
      limit = best[search.count].key
    }
    let sure = open.filter { $0.worst < limit }.map(\.best.cell)
    search.take(sure, scores: [Float](repeating: .infinity, count: sure.count))
    return open.filter { !($0.worst < limit) }.map(\.best.cell).sorted()
  }

  /// Lets go of what has dropped out.
  private func drop() {
    _ = safe.smallest()
    if let bound = safe.bound { open.removeAll { bound < $0.best } }
    if open.count > limit {
      hasGivenUp = true
      open = []
    }
  }
}
