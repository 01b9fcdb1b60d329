internal import Catalogue
internal import Language
internal import Reports
internal import Workbench

/// Why a cell failed, as the protocol tells it: a name, a sentence, and the diagnostics as the prompt
/// shows them.
struct CellFailure {
  /// The code of the first diagnostic, or `Interrupted`.
  private let name: String
  /// Its sentence.
  private let sentence: String
  /// All diagnostics, line by line.
  private let lines: [String]

  /// How a cell failed; nil if it did not.
  init?(_ outcome: Conversation.Outcome, _ problems: [Diagnostic], isColoured: Bool) {
    switch outcome {
    case .done: return nil
    case .failed: self.init(problems, isColoured: isColoured)
    case .interrupted:
      let sentence = "stopped by the user; what came of it by then is kept"
      self.init(name: "Interrupted", sentence, lines: ["Interrupted: \(sentence)"])
    }
  }

  /// A failure of which these diagnostics tell.
  init(_ problems: [Diagnostic], isColoured: Bool) {
    guard let first = problems.first else {
      self.init(name: "Failed", "the command failed", lines: ["Failed: the command failed"])
      return
    }
    let rest = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
    let renderer = DiagnosticRenderer(isColoured: isColoured)
    self.init(
      name: first.code.id, first.message + rest,
      lines: problems.flatMap { renderer.text($0).split(separator: "\n").map(String.init) })
  }

  private init(name: String, _ sentence: String, lines: [String]) {
    self.name = name
    self.sentence = sentence
    self.lines = lines
  }

  /// The members that replies and publications have.
  var members: [JSONValue.Member] {
    [
      .init("ename", .text(name)), .init("evalue", .text(sentence)),
      .init("traceback", .array(lines.map { .text($0) })),
    ]
  }
}
