internal import Glibc

/// The cells that were run in this session and, as far as they were kept, in earlier ones, with what they
/// gave.
struct CellHistory {
  /// A cell and its session.
  struct Recalled: Equatable {
    /// The number of the session.
    let session: Int
    /// The cell.
    let cell: CellEntry
  }

  /// How many cells of this session are kept in memory, and told at most.
  private static let capacity = 10_000
  /// The longest result that is kept, in bytes.
  private static let largestOutput = 4096

  private var cells: [CellEntry] = []
  private let archive: CellArchive?

  /// A history that begins with the cells of an archive, if there is one.
  init(archive: CellArchive? = nil) { self.archive = archive }

  /// The number of this session.
  var session: Int { archive?.session ?? 1 }

  /// Adds a cell.
  mutating func append(_ number: Int, _ input: String, output: String?) {
    let kept = output.flatMap { $0.utf8.count <= Self.largestOutput ? $0 : nil }
    let entry = CellEntry(number: number, input: input, output: kept)
    cells.append(entry)
    archive?.append(entry)
    // Rarely, so that adding costs O(1) on average.
    if cells.count > 2 * Self.capacity { cells.removeFirst(cells.count - Self.capacity) }
  }

  /// The last `count` cells of all sessions, as many as are kept if that is nil, oldest first.
  func tail(_ count: Int?) -> [Recalled] { last(count) { $0 } }

  /// The cells of a session with a number from `start` on and before `stop`, if that is given. Sessions
  /// are counted as Jupyter does: 0 and nil is this one, −1 the one before it.
  func range(of session: Int?, from start: Int, before stop: Int?) -> [Recalled] {
    guard let session = number(of: session ?? 0) else { return [] }
    return recalled(session).filter {
      $0.cell.number >= start && $0.cell.number < stop ?? .max
    }
  }

  /// The last `count` cells whose whole text matches a pattern with `*`, `?` and `[…]`; of equal ones
  /// only the last if `unique`. O(all text).
  func search(_ pattern: String, unique: Bool, count: Int?) -> [Recalled] {
    var seen: Set<String> = []
    return last(count) { cells in
      cells.reversed().filter {
        fnmatch(pattern, $0.cell.input, 0) == 0
          && (!unique || seen.insert($0.cell.input).inserted)
      }.reversed()
    }
  }

  /// The last cells of those that are `chosen`, session by session from this one back.
  private func last(_ count: Int?, chosen: ([Recalled]) -> [Recalled]) -> [Recalled] {
    let most = min(max(count ?? .max, 0), 2 * Self.capacity)
    var found: [Recalled] = []
    for session in [session] + earlier().reversed() where found.count < most {
      found = chosen(recalled(session)).suffix(most - found.count) + found
    }
    return found
  }

  private func earlier() -> [Int] { archive?.sessions().filter { $0 != session } ?? [] }

  private func recalled(_ session: Int) -> [Recalled] {
    let cells = session == self.session ? cells : archive?.cells(of: session) ?? []
    return cells.map { Recalled(session: session, cell: $0) }
  }

  private func number(of session: Int) -> Int? {
    guard session < 0 else { return session == 0 ? self.session : session }
    let before = earlier().filter { $0 < self.session }
    // Negated in one step, the least integer would overflow.
    return before.count + session >= 0 ? before[before.count + session] : nil
  }
}
