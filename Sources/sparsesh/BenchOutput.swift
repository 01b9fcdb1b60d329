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

/// What a benchmark prints: events as they come, or tables as sections are done; and, on a terminal,
/// what is being measured.
final class BenchOutput {
  private let json: Bool
  private var events: [BenchEvent] = []
  private let showsProgress = isatty(STDERR_FILENO) == 1

  init(json: Bool) { self.json = json }

  /// A line that takes the place of the one before.
  func tell(_ text: String) {
    if showsProgress { StandardStream.error.write("\r\u{1B}[K\(text)") }
  }

  func receive(_ event: BenchEvent) {
    events.append(event)
    if json { StandardStream.output.write(event.json.line + "\n") }
  }

  func finished(_ section: String) {}

  func end() { if showsProgress { StandardStream.error.write("\r\u{1B}[K") } }
}
