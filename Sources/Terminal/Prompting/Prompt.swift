internal import CReadline
internal import Glibc

/// The interactive loop: reads an input, has the session run it, and goes on until the user leaves.
///
/// No input ends the process, and neither does Ctrl-C: while a line is edited it gives up the line,
/// while an input runs it asks the session to stop. SIGTERM and SIGHUP leave in order.
package final class Prompt {
  private let session: any PromptSession
  private let reader: any InputReader
  private var history: History
  private let banner: [String]
  private var input = 1

  /// A prompt for a session.
  ///
  /// - Parameters:
  ///   - reader: Where inputs come from; see ``reader(for:color:)``.
  ///   - history: What Up recalls, and where inputs are kept.
  ///   - banner: Lines shown once at the start.
  package init(
    session: any PromptSession, reader: any InputReader, history: History, banner: [String] = []
  ) {
    self.session = session
    self.reader = reader
    self.history = history
    self.banner = banner
  }

  /// The line editor where standard input is a terminal, otherwise plain lines.
  package static func reader(for session: any PromptSession, color: Bool) -> any InputReader {
    isatty(STDIN_FILENO) == 1
      ? LineEditor(session: session, color: color) : PlainInput(session: session)
  }

  /// Runs until the user leaves, and returns the exit code: 0 at the end of input, the session's
  /// where it asked to leave, 128 and the signal's number where a signal did.
  package func run() -> Int32 {
    _ = creadline_catch_signals()
    defer { creadline_release_signals() }
    for line in banner { print(line) }
    if let problem = history.problem { print("note: \(problem)") }
    reader.recall(history.entries.map(\.text))
    while true {
      fflush(nil)
      switch reader.read(PromptText(input: input)) {
      case .input(let text):
        if let exitCode = execute(text) { return exitCode }
      case .interrupted:
        // Editing may have changed recalled entries: they are as they were.
        reader.recall(history.entries.map(\.text))
      case .end:
        print()
        return 0
      case .terminated(let signal):
        return 128 + signal
      }
    }
  }

  /// Runs an input, unless it is blank. Returns the exit code if it is the last one.
  private func execute(_ text: String) -> Int32? {
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    if history.append(text, input: input) { reader.recall(history.entries.map(\.text)) }
    let watch = RunWatch(session: session)
    let outcome = session.execute(text, input: input)
    let signal = watch.stop()
    input += 1
    if let signal { return 128 + signal }
    if case .leave(let exitCode) = outcome { return exitCode }
    return nil
  }
}
