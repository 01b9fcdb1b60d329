internal import Language
package import Training

/// Shows events as text for people: what was asked for on standard output, what went wrong and what
/// is good to know on standard error.
package final class TextPresenter: Presenter {
  private let out: (String) -> Void
  private let error: (String) -> Void
  private let style: () -> TextStyle
  private let isPrompt: Bool
  private let training: (String, TrainingEvent) -> Void
  private let settings: (Settings) -> Void

  /// How text is laid out.
  package struct TextStyle: Sendable {
    /// The columns that there are.
    package var width = 80
    /// Whether long lines are broken at words; a file keeps them whole.
    package var wraps = false
    /// Whether standard output takes colours.
    package var color = false
    /// Whether standard error takes colours.
    package var errorColor = false
    /// Whether only what the program prints, and errors, are shown.
    package var quiet = false

    /// Plain text of 80 columns.
    package init() {}
  }

  /// A presenter on two streams. `style` is asked anew for every event, since terminals and settings
  /// change; `training` may show progress; `isPrompt` marks results by the number of their input.
  package init(
    out: @escaping (String) -> Void, error: @escaping (String) -> Void,
    style: @escaping @autoclosure () -> TextStyle = TextStyle(), isPrompt: Bool = false,
    training: @escaping (String, TrainingEvent) -> Void = { _, _ in },
    settings: @escaping (Settings) -> Void = { _ in }
  ) {
    self.out = out
    self.error = error
    self.style = style
    self.isPrompt = isPrompt
    self.training = training
    self.settings = settings
  }

  package func present(_ event: SessionEvent) {
    switch event {
    case .output(let text), .page(let text): out(text + "\n")
    // Only a terminal can be cleared; a file keeps what it has.
    case .clear: if style().wraps { out("\u{1B}[H\u{1B}[2J") }
    case .warning(let text): error("warning: \(text)\n")
    case .note(let text): note(text)
    case .training(let run, let event): training(run, event)
    case .result(let result): show(result)
    case .problem(let diagnostic): show(diagnostic)
    case .settings(let settings): self.settings(settings)
    }
  }

  package func finish(statements: Int, seconds: Double, status: ExitStatus) {
    if status == .interrupted { error("interrupted\n") }
  }

  private func note(_ text: String) {
    let style = style()
    guard !style.quiet else { return }
    let line = "note: \(text)"
    error((style.wraps ? LineWrap.wrapped(line, width: style.width, indent: 6) : line) + "\n")
  }

  private func show(_ diagnostic: Diagnostic) {
    let style = style()
    let renderer = DiagnosticRenderer(isColoured: style.errorColor, width: style.width)
    error(renderer.text(diagnostic) + "\n")
  }

  private func show(_ result: StatementResult) {
    let style = style()
    let shown = ResultText(width: style.width, wraps: style.wraps, color: style.color)
    guard !style.quiet, let text = shown.text(of: result) else { return }
    let label = isPrompt && result.isUnnamed ? "Out[\(result.input)]: " : ""
    if text.contains("\n") {
      out(label.isEmpty ? text + "\n" : label.dropLast() + "\n" + text + "\n")
    } else {
      out(shown.laidOut(label + text, indent: label.isEmpty ? 4 : label.count) + "\n")
    }
  }
}
