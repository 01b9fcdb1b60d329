package import Catalogue

/// What can go wrong with the commands of the prompt.
package enum ConversationError: CodedError {
  /// No `%` command of that name.
  case noMagic(String)
  /// Nothing is called that.
  case unknown(String)
  /// A shell command under `--safe`.
  case safe
  /// A program that needs a terminal where there is none.
  case noTerminal
  /// There is nothing left to take back.
  case nothingToUndo
  /// A command lacks what should follow it.
  case missing(String, usage: String)
  /// A file cannot be written.
  case unwritable(String)
  /// No error has such a code.
  case noCode(String)

  package var code: ErrorCode {
    switch self {
    case .noMagic, .unknown, .noCode: WorkbenchErrors.unknown
    case .safe: ConversationErrors.safe
    case .noTerminal: ConversationErrors.noTerminal
    case .nothingToUndo: ConversationErrors.nothingToUndo
    case .missing: ConversationErrors.missing
    case .unwritable: ConversationErrors.unwritable
    }
  }

  package var message: String {
    switch self {
    case .noMagic(let name): "there is no command `%\(name)`"
    case .unknown(let name): "nothing is called `\(name)`"
    case .safe: "shell commands are refused under --safe"
    case .noTerminal: "a notebook has no terminal for an editor to run in"
    case .nothingToUndo: "there is nothing to take back"
    case .missing(let name, _): "`%\(name)` needs something to work on"
    case .unwritable(let path): "`\(path)` cannot be written"
    case .noCode(let code): "there is no error code `\(code)`"
    }
  }

  package var hint: String? {
    switch self {
    case .noMagic(let name):
      Spelling.nearest(to: name, among: Magic.all.map(\.name)).map { "did you mean `%\($0)`?" }
        ?? "commands are " + Magic.all.map { "%" + $0.name }.joined(separator: " ")
    case .unknown(let name):
      Reference.nearest(to: name).map { "did you mean `\($0)`?" } ?? "`help` lists all words"
    case .missing(_, let usage): "write \(usage)"
    case .noCode: "`%explain` alone explains the last error"
    case .noTerminal: "edit the cell, and run it again"
    default: nil
    }
  }
}

/// The codes of what can go wrong with the commands of the prompt.
package enum ConversationErrors {
  static let safe = ErrorCode(
    "E0571", "shell commands refused",
    "The session was opened with --safe, under which `!` commands do not run.")
  static let nothingToUndo = ErrorCode(
    "E0572", "nothing to take back",
    "Every input so far has been taken back already, or lies further back than 20 inputs.")
  static let missing = ErrorCode(
    "E0573", "command without its object", "The command needs a file name or some code after it.")
  static let noTerminal = ErrorCode(
    "E0574", "no terminal",
    "An editor needs a terminal to run in; a notebook has none, but its cells can be edited.")
  static let unwritable = ErrorCode(
    "E0691", "file cannot be written",
    "The folder is missing, or permission is denied; or the file is marked read-only.")

  /// All of them.
  package static let all = [safe, nothingToUndo, missing, noTerminal, unwritable]
}
