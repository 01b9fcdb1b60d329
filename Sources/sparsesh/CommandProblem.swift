internal import Catalogue

/// Something wrong with the command line that its parser cannot see, such as a name that nobody
/// knows. It is told in one line, without a reminder of the usage.
struct CommandProblem: Error {
  /// What is wrong, in one sentence.
  let message: String
  /// What to do about it.
  let hint: String?
  /// The code by which `explain` knows it, if it has one.
  let code: ErrorCode?

  /// A problem, and what to do about it.
  init(_ message: String, hint: String? = nil, code: ErrorCode? = nil) {
    self.message = message
    self.hint = hint
    self.code = code
  }

  /// The line to show.
  var text: String {
    "error\(code.map { "[\($0.id)]" } ?? ""): \(message)"
      + (hint.map { "\n = hint: \($0)" } ?? "") + "\n"
  }
}
