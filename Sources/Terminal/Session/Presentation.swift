internal import FoundationEssentials
package import Workbench

/// How the command shows what happens: as text for people or as JSON Lines for programs.
package enum Presentation {
  /// A presenter on standard output and standard error, as the options, the terminal and the
  /// environment ask for.
  package static func presenter(
    _ options: SessionOptions, json: Bool, isPrompt: Bool = false,
    progress: TrainingProgress? = nil
  ) -> any Presenter {
    if json { return JSONPresenter { StandardStream.output.write($0) } }
    let environment = ProcessInfo.processInfo.environment
    let choice = ColorChoice(rawValue: options.settings.color) ?? .auto
    var style = TextPresenter.TextStyle()
    style.width = TerminalWidth.columns(of: 1, environment: environment)
    style.color = choice.colors(1, environment: environment)
    style.errorColor = choice.colors(2, environment: environment)
    style.quiet = options.quiet
    let progress =
      progress
      ?? TrainingProgress(
        ProgressLine(
          environment: environment, isWanted: options.settings.progress && !options.quiet))
    return TextPresenter(
      out: { text in
        progress.finish()
        StandardStream.output.write(text)
      },
      error: { text in
        progress.finish()
        StandardStream.error.write(text)
      },
      style: style, isPrompt: isPrompt, training: progress.observe)
  }
}
