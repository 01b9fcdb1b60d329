internal import FoundationEssentials
package import Workbench

/// The prompt of the command: a session, a line editor and a history.
package enum InteractiveSession {
  /// Runs the prompt until the user leaves; returns the exit code.
  package static func run(_ options: SessionOptions) -> Int32 {
    let environment = ProcessInfo.processInfo.environment
    let progress = TrainingProgress(
      ProgressLine(
        environment: environment, isWanted: options.settings.progress && !options.quiet))
    let presenter = Presentation.presenter(
      options, json: false, isPrompt: true, progress: progress)
    let session = Session(options) { presenter.present($0) }
    let prompt = ConversationPrompt(
      Conversation(session, isSafe: options.safe), progress: progress)
    let color = (ColorChoice(rawValue: options.settings.color) ?? .auto)
      .colors(1, environment: environment)
    let banner =
      options.quiet
      ? []
      : [
        "sparsesh \(Version.text): sparse neural networks, trained sparse from the start",
        "?  lists all words, ?train explains one, Tab offers what fits, Ctrl-D leaves",
      ]
    return Prompt(
      session: prompt, reader: Prompt.reader(for: prompt, color: color),
      history: History(path: History.path(environment: environment)), banner: banner
    ).run()
  }
}
