internal import Glibc

/// Why the history file cannot be used; never an error of an input.
struct HistoryProblem: Error, CustomStringConvertible {
  /// One sentence for the user.
  let description: String

  /// What the operating system just said about a file.
  init(_ what: String, _ path: String, errno number: Int32 = errno) {
    let reason = String(cString: strerror(number))
    description = "the history \(what) `\(path)`: \(reason)"
  }

  /// The file is something that holds no lines, such as a folder.
  init(notAFile path: String) {
    description = "the history is not kept: `\(path)` is not an ordinary file"
  }
}
