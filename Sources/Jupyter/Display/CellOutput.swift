internal import Language
internal import Reports
internal import Workbench

/// Publishes what a session tells while a cell runs.
final class CellOutput {
  /// What was told and belongs into the reply or the history.
  struct Told {
    /// What is wrong.
    var problems: [Diagnostic] = []
    /// Help for the pager.
    var pages: [String] = []
    /// The last result as text.
    var text: String?
  }

  private let publisher: Publisher
  private var settings: Settings
  private var parent: IncomingMessage?
  private var count = 0
  private var told = Told()
  private var progress: LiveProgress
  /// How many charts were shown, which sets the names inside their drawings apart. It begins anywhere:
  /// a notebook keeps the drawings of the kernels before this one, whose names are not to be used again.
  private var charts: Int

  /// Output by a publisher, as the settings say.
  init(_ publisher: Publisher, settings: Settings) {
    self.publisher = publisher
    self.settings = settings
    charts = Int.random(in: 1..<(1 << 32)) << 20
    // Far from those of results, of which no session shows as many.
    progress = LiveProgress(chartsBefore: charts + 1 << 19)
  }

  /// Whether diagnostics are coloured. A notebook always can, so `auto` says yes.
  var isColoured: Bool { settings.color != "never" }

  /// A cell begins; nothing is published if it has no parent.
  func begin(for parent: IncomingMessage?, count: Int) {
    self.parent = parent
    self.count = count
    told = Told()
  }

  /// The cell has ended.
  func end() -> Told {
    settleProgress()
    parent = nil
    return told
  }

  /// Shows what a session tells.
  func present(_ event: SessionEvent) {
    if case .training(let run, let event) = event {
      guard settings.progress, parent != nil else { return }
      return progress.observe(run, event, publish: publish)
    }
    settleProgress()
    switch event {
    case .output(let text): stream("stdout", text + "\n")
    case .warning(let text): stream("stderr", "warning: \(text)\n")
    case .note(let text): stream("stderr", "note: \(text)\n")
    case .page(let text): told.pages.append(text)
    case .clear: publish("clear_output", ["wait": false])
    case .result(let result): show(result)
    case .problem(let diagnostic): show(diagnostic)
    case .settings(let settings): self.settings = settings
    case .training: break
    }
  }

  /// Shows a piece of what a command printed, as it is.
  func write(_ text: String) {
    settleProgress()
    stream("stdout", text)
  }

  private func show(_ result: StatementResult) {
    guard let bundle = MimeBundle(result, chartsBefore: charts) else { return }
    charts += bundle.charts
    told.text = bundle.text
    var content: [JSONValue.Member] = [
      .init("data", bundle.json), .init("metadata", .object([])),
    ]
    // `Out[n]` is what has no name of its own.
    guard result.isUnnamed else { return publish("display_data", .object(content)) }
    content.append(.init("execution_count", .integer(count)))
    publish("execute_result", .object(content))
  }

  private func show(_ diagnostic: Diagnostic) {
    guard diagnostic.severity != .error else { return told.problems.append(diagnostic) }
    stream("stderr", DiagnosticRenderer().text(diagnostic))
  }

  private func stream(_ name: String, _ text: String) {
    guard let parent else { return }
    publisher.publish(stream: name, text, parent: parent)
  }

  private func settleProgress() { progress.settle(publish: publish) }

  private func publish(_ type: String, _ content: JSONValue) {
    guard let parent else { return }
    publisher.publish(type, content, parent: parent)
  }
}
