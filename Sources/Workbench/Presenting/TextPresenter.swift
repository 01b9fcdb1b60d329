internal import Catalogue
internal import Language
internal import Reports
package import Training

/// Shows events as text for people: what was asked for on standard output, what went wrong and what
/// is good to know on standard error.
package final class TextPresenter: Presenter {
  private let out: (String) -> Void
  private let error: (String) -> Void
  private let style: TextStyle
  private let isPrompt: Bool
  private let training: (String, TrainingEvent) -> Void
  private let settings: (Settings) -> Void

  /// How text is laid out.
  package struct TextStyle: Sendable {
    /// The columns that there are.
    package var width = 80
    /// Whether standard output takes colours.
    package var color = false
    /// Whether standard error takes colours.
    package var errorColor = false
    /// Whether only what the program prints, and errors, are shown.
    package var quiet = false

    /// Plain text of 80 columns.
    package init() {}
  }

  /// A presenter on two streams. `training` may show progress; `isPrompt` marks results by the
  /// number of their input.
  package init(
    out: @escaping (String) -> Void, error: @escaping (String) -> Void,
    style: TextStyle = TextStyle(), isPrompt: Bool = false,
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
    case .output(let text): out(text + "\n")
    case .warning(let text): error("warning: \(text)\n")
    case .note(let text): if !style.quiet { error("note: \(text)\n") }
    case .training(let run, let event): training(run, event)
    case .result(let result): if !style.quiet { show(result) }
    case .problem(let diagnostic):
      error(
        DiagnosticRenderer(isColoured: style.errorColor, width: style.width).text(diagnostic) + "\n"
      )
    case .settings(let settings): self.settings(settings)
    }
  }

  package func finish(statements: Int, seconds: Double, status: ExitStatus) {}

  private func show(_ result: StatementResult) {
    guard let text = text(of: result) else { return }
    let label = isPrompt && result.isUnnamed ? "Out[\(result.input)]: " : ""
    out(label + (text.contains("\n") && !label.isEmpty ? "\n" : "") + text + "\n")
  }

  /// What is shown of a result: an expression's value if it has no name; of a verb's result always
  /// a line, or all of it if it was made to be looked at.
  private func text(of result: StatementResult) -> String? {
    guard case .object(let value) = result.value, let object = value as? any SessionObject else {
      return result.isUnnamed ? ValueText.shown(result.value) : nil
    }
    guard result.isUnnamed || result.verb != nil || object.isForShow else { return nil }
    if let document = object.document, result.isUnnamed || object.isForShow {
      let renderer = TerminalRenderer(width: style.width, color: style.color)
      let text = renderer.render(document)
      return String(text.drop { $0 == "\n" }.reversed().drop { $0 == "\n" }.reversed())
    }
    return (result.name.map { "\($0): " } ?? "") + object.summary
  }
}
