package import Workbench

/// How the command shows what happens: as text for people or as JSON Lines for programs.
package enum Presentation {
  /// A presenter on standard output and standard error, as the options, the terminal and the
  /// environment ask for.
  package static func presenter(_ options: SessionOptions, json: Bool) -> any Presenter {
    if json { return JSONPresenter { StandardStream.output.write($0) } }
    let look = TerminalLook(options)
    let progress = TrainingProgress(look)
    return presenter(look: look, progress: progress, isPrompt: false)
  }

  /// A presenter of text with this look. What it writes takes the place of the progress line; what
  /// the program sets changes the look.
  package static func presenter(
    look: TerminalLook, progress: TrainingProgress, isPrompt: Bool
  ) -> any Presenter {
    TextPresenter(
      out: { text in
        progress.finish()
        StandardStream.output.write(text)
      },
      error: { text in
        progress.finish()
        StandardStream.error.write(text)
      },
      style: look.style, isPrompt: isPrompt, training: progress.observe,
      settings: { look.settings = $0 })
  }
}
