internal import Catalogue
internal import Language
internal import Reports
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
    case .output(let text): out(text + "\n")
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
    error(laidOut("note: \(text)", style, indent: 6) + "\n")
  }

  private func show(_ diagnostic: Diagnostic) {
    let style = style()
    let renderer = DiagnosticRenderer(isColoured: style.errorColor, width: style.width)
    error(renderer.text(diagnostic) + "\n")
  }

  private func show(_ result: StatementResult) {
    let style = style()
    guard !style.quiet, let text = text(of: result, style) else { return }
    let label = isPrompt && result.isUnnamed ? "Out[\(result.input)]: " : ""
    if text.contains("\n") {
      out(label.isEmpty ? text + "\n" : label.dropLast() + "\n" + text + "\n")
    } else {
      out(laidOut(label + text, style, indent: label.isEmpty ? 4 : label.count) + "\n")
    }
  }

  private func laidOut(_ text: String, _ style: TextStyle, indent: Int) -> String {
    style.wraps ? LineWrap.wrapped(text, width: style.width, indent: indent) : text
  }

  /// What is shown of a result: an expression's value if it has no name; of a verb's result always
  /// a line, or all of it if it was made to be looked at.
  private func text(of result: StatementResult, _ style: TextStyle) -> String? {
    guard case .object(let value) = result.value, let object = value as? any SessionObject else {
      return result.isUnnamed ? text(of: result.value, style) : nil
    }
    guard result.isUnnamed || result.verb != nil || object.isForShow else { return nil }
    if let document = object.document, result.isUnnamed || object.isForShow {
      let renderer = TerminalRenderer(width: style.width, color: style.color)
      let text = renderer.render(document)
      return String(text.drop { $0 == "\n" }.reversed().drop { $0 == "\n" }.reversed())
    }
    return (result.name.map { "\($0): " } ?? "") + object.summary
  }

  /// A plain value; of a list of runs or other objects each on a line of its own, by its position.
  private func text(of value: Value, _ style: TextStyle) -> String {
    guard case .list(let elements) = value, elements.count > 1 else {
      return ValueText.shown(value)
    }
    let objects = elements.compactMap { if case .object(let object) = $0 { object } else { nil } }
    guard objects.count == elements.count else { return ValueText.shown(value) }
    let digits = String(objects.count).count
    return objects.enumerated().map { index, object in
      let number = String(index + 1)
      let start = String(repeating: " ", count: digits - number.count) + number + "  "
      return laidOut(start + object.text, style, indent: start.count)
    }.joined(separator: "\n")
  }
}
