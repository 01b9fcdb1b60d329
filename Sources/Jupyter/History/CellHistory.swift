internal import Glibc

/// The cells of this session that were run, with what they gave.
struct CellHistory {
  /// One cell.
  struct Entry: Equatable {
    /// Its number.
    let number: Int
    /// Its text.
    let input: String
    /// Its last result as text, if it had one.
    let output: String?
  }

  /// The number of this session in replies; there is no other.
  static let session = 1
  /// How many cells are kept.
  private static let capacity = 10_000
  /// The longest result that is kept, in bytes.
  private static let largestOutput = 4096

  private var entries: [Entry] = []

  /// Adds a cell.
  mutating func append(_ number: Int, _ input: String, output: String?) {
    let kept = output.flatMap { $0.utf8.count <= Self.largestOutput ? $0 : nil }
    entries.append(Entry(number: number, input: input, output: kept))
    // Rarely, so that adding costs O(1) on average.
    if entries.count > 2 * Self.capacity { entries.removeFirst(entries.count - Self.capacity) }
  }

  /// The last `count` cells, all if that is nil, oldest first.
  func tail(_ count: Int?) -> [Entry] { Self.last(count, of: entries) }

  /// The cells with a number from `start` on and before `stop`, if that is given.
  func range(from start: Int, before stop: Int?) -> [Entry] {
    entries.filter { $0.number >= start && $0.number < stop ?? .max }
  }

  /// The last `count` cells whose whole text matches a pattern with `*`, `?` and `[…]`; of equal ones
  /// only the last if `unique`. O(all text).
  func search(_ pattern: String, unique: Bool, count: Int?) -> [Entry] {
    var found = entries.filter { fnmatch(pattern, $0.input, 0) == 0 }
    if unique {
      var seen: Set<String> = []
      found = found.reversed().filter { seen.insert($0.input).inserted }.reversed()
    }
    return Self.last(count, of: found)
  }

  private static func last(_ count: Int?, of entries: [Entry]) -> [Entry] {
    count.map { entries.suffix(max(0, $0)) } ?? entries
  }
}
