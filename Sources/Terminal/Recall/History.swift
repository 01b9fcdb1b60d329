internal import Glibc

/// The inputs of this and earlier sessions, oldest first.
///
/// They are kept in a file to which sessions only append, so that several can run at once. History
/// is a convenience: whatever is wrong with the file, the prompt works, with what could be read.
package struct History {
  /// How many entries are kept in memory and, from time to time, in the file.
  package static let capacity = 10_000
  /// Inputs with more bytes than this are recalled in their own session only.
  static let largestKept = 65_536

  /// What can be recalled, oldest first.
  package private(set) var entries: [HistoryEntry] = []
  /// Why nothing can be read from the file or kept in it, if so.
  package private(set) var problem: String?

  private let file: HistoryFile?
  private let session: String

  /// The history in a file; without one, of this session alone.
  package init(path: String?) {
    session = "\(Self.now)-\(getpid())"
    file = path.map { HistoryFile(path: $0) }
    guard let file else { return }
    do throws(HistoryProblem) {
      entries = Self.withoutRepetitions(try file.read(last: Self.capacity))
    } catch {
      problem = error.description
    }
  }

  /// Adds an input, unless it is the same as the one before it. Returns whether it was added.
  @discardableResult
  package mutating func append(_ text: String, input: Int) -> Bool {
    guard entries.last?.text != text else { return false }
    let entry = HistoryEntry(time: Self.now, session: session, input: input, text: text)
    entries.append(entry)
    if entries.count > Self.capacity { entries.removeFirst(entries.count - Self.capacity) }
    if let file, text.utf8.count <= Self.largestKept {
      do throws(HistoryProblem) {
        try file.append(entry)
      } catch {
        problem = problem ?? error.description
      }
    }
    return true
  }

  private static var now: Int { Int(time(nil)) }

  /// Sessions that ran at once may each have added the same.
  private static func withoutRepetitions(_ entries: [HistoryEntry]) -> [HistoryEntry] {
    var kept: [HistoryEntry] = []
    for entry in entries where kept.last?.text != entry.text { kept.append(entry) }
    return kept
  }
}
