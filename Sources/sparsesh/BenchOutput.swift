internal import Benchmarks
internal import Reports
internal import Terminal
internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What a benchmark prints: events as they come, tables as sections are done, or all tables at its
/// end as Markdown; and meanwhile, on a terminal, what is being measured.
final class BenchOutput {
  /// How results are printed.
  enum Form {
    case tables, json, markdown
  }

  private let form: Form
  private let renderer: TerminalRenderer
  private var events: [BenchEvent] = []
  private let showsProgress = isatty(STDERR_FILENO) == 1

  init(_ form: Form, options: SessionOptions) {
    self.form = form
    let look = TerminalLook(options)
    renderer = TerminalRenderer(width: max(look.style.width, 100), color: look.colors)
  }

  /// A line on standard error that takes the place of the one before.
  func tell(_ text: String) {
    if showsProgress { StandardStream.error.write("\r\u{1B}[K\(text)") }
  }

  /// Keeps an event, and prints it if events are wanted.
  func receive(_ event: BenchEvent) {
    events.append(event)
    if form == .json { StandardStream.output.write(event.json.line + "\n") }
  }

  /// Prints the tables of a section.
  func finished(_ section: String) {
    if form == .tables { show(BenchReport(events).blocks(of: section)) }
  }

  /// Prints what comes last.
  func end() {
    clear()
    switch form {
    case .json: break
    case .tables: show(BenchReport(events).targetBlocks)
    case .markdown:
      StandardStream.output.write(MarkdownRenderer().render(BenchReport(events).document))
    }
  }

  /// Prints the tables of events measured earlier.
  func show(earlier: [BenchEvent]) {
    events = earlier
    switch form {
    case .json: for event in events { StandardStream.output.write(event.json.line + "\n") }
    case .tables: StandardStream.output.write(renderer.render(BenchReport(events).document))
    case .markdown: end()
    }
  }

  private func show(_ blocks: [Block]) {
    clear()
    for block in blocks { StandardStream.output.write(renderer.render(block) + "\n") }
  }

  private func clear() { if showsProgress { StandardStream.error.write("\r\u{1B}[K") } }
}
