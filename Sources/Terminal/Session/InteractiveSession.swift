internal import FoundationEssentials
internal import Glibc
package import Workbench

/// The prompt of the command: a session, a line editor and a history.
package enum InteractiveSession {
  /// Runs the prompt until the user leaves; returns the exit code.
  package static func run(_ options: SessionOptions) -> Int32 {
    let look = TerminalLook(options)
    let progress = TrainingProgress(look)
    let presenter = Presentation.presenter(look: look, progress: progress, isPrompt: true)
    let session = Session(options) { presenter.present($0) }
    let prompt = ConversationPrompt(
      Conversation(session, isSafe: options.safe), progress: progress)
    let banner = [
      "sparsesh \(Version.text): sparse neural networks, trained sparse from the start",
      "?  lists all words, ?train explains one, Tab offers what fits, Ctrl-D leaves",
    ]
    let history = HistoryPlace.file(environment: ProcessInfo.processInfo.environment)
    return Prompt(
      session: prompt, reader: reader(for: prompt, look: look), history: History(path: history),
      banner: options.quiet ? [] : banner
    ).run()
  }

  private static func reader(for prompt: ConversationPrompt, look: TerminalLook) -> any InputReader
  {
    guard isatty(STDIN_FILENO) == 1 else { return PlainInput(session: prompt) }
    return PaintedEditor(session: prompt) { look.colors }
  }
}
