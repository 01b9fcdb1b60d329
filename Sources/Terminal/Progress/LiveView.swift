internal import Glibc
package import Workbench

/// A picture at the bottom of a terminal that is drawn over itself as it changes; its last state stays.
///
/// The cursor waits below the picture, so that whatever is written next, or a process that ends,
/// finds the terminal in order. Used from one thread.
package final class LiveView {
  private let isActive: Bool
  private let measure: () -> LiveFrame.Size
  private let now: () -> ContinuousClock.Instant
  private let write: (String) -> Void
  private var rate = FrameRate(burst: 2)
  /// The picture that stands above the cursor: its lines, and the terminal it was drawn for.
  private var drawn: (lines: Int, size: LiveFrame.Size)?

  /// A picture on standard error, if that is a terminal that can move its cursor.
  package convenience init(environment: [String: String]) {
    let isTerminal = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
    self.init(
      isActive: isTerminal,
      measure: {
        LiveFrame.Size(
          columns: TerminalWidth.columns(of: STDERR_FILENO, environment: environment),
          rows: TerminalHeight.rows(of: STDERR_FILENO, environment: environment))
      }, now: { ContinuousClock.now }, write: { StandardError.write($0) })
  }

  /// A picture for any writer, size and clock.
  package init(
    isActive: Bool, measure: @escaping () -> LiveFrame.Size,
    now: @escaping () -> ContinuousClock.Instant, write: @escaping (String) -> Void
  ) {
    self.isActive = isActive
    self.measure = measure
    self.now = now
    self.write = write
  }

  /// Shows a state, unless one was shown too short a time ago and it is not the last one. Returns
  /// whether there is a terminal with room for it.
  @discardableResult
  package func update(_ frame: LiveFrame, isLast: Bool = false) -> Bool {
    guard isActive else { return false }
    let start = now()
    guard isLast || rate.isDue(at: start) else { return drawn != nil }
    let size = measure()
    guard let lines = frame.lines(on: size) else {
      settle()
      return false
    }
    write(home(size) + lines.map { $0 + "\u{1B}[K\r\n" }.joined() + "\u{1B}[J")
    drawn = (lines.count, size)
    let end = now()
    rate.drew(in: end - start, at: end)
    return true
  }

  /// Leaves the picture as it is: what is shown next has a place of its own below it.
  package func settle() { drawn = nil }

  /// What brings the cursor to where the picture begins.
  private func home(_ size: LiveFrame.Size) -> String {
    guard let drawn else { return "\r" }
    if drawn.size == size { return "\r\u{1B}[\(drawn.lines)A" }
    // Terminals differ in where a picture lies after their size has changed. So it scrolls away with
    // all that was above it, and the next one begins on an empty screen.
    return String(repeating: "\r\n", count: size.rows) + "\u{1B}[H\u{1B}[J"
  }
}
