internal import Glibc
internal import Synchronization
package import Workbench

/// A status line at the bottom of a terminal that is rewritten as a run goes on.
///
/// It goes to standard error, and nowhere unless that is a terminal. Every function may be called
/// from any thread.
package final class ProgressLine: Sendable {
  /// The shortest time between two rewritings, in nanoseconds: ten a second.
  private static let interval: UInt64 = 100_000_000

  private struct State {
    var isShown = false
    var lastShown: UInt64?
    /// What came too soon after the last to be shown.
    var pending: Progress?
  }

  private let environment: [String: String]
  private let isActive: Bool
  private let unicode: Bool
  private let now: @Sendable () -> UInt64
  private let write: @Sendable (String) -> Void
  private let state = Mutex(State())

  /// A line on standard error, if that is a terminal that can rewrite a line and `isWanted`.
  package convenience init(environment: [String: String], isWanted: Bool = true) {
    let isTerminal = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
    self.init(
      environment: environment, isActive: isTerminal && isWanted,
      now: { Self.nanoseconds() }, write: { StandardError.write($0) })
  }

  /// A line for any writer and clock (nanoseconds).
  package init(
    environment: [String: String], isActive: Bool, now: @escaping @Sendable () -> UInt64,
    write: @escaping @Sendable (String) -> Void
  ) {
    self.environment = environment
    self.isActive = isActive
    self.now = now
    self.write = write
    unicode = ProgressLocale.usesUnicode(environment)
  }

  /// Shows a state, unless one was shown less than a tenth of a second ago.
  package func update(_ progress: Progress) {
    guard isActive else { return }
    state.withLock { state in
      let time = now()
      if let last = state.lastShown, time &- last < Self.interval {
        state.pending = progress
      } else {
        show(progress, &state, at: time)
      }
    }
  }

  /// Leaves the last state standing and goes to the next line.
  package func finish() {
    state.withLock { state in
      if let pending = state.pending { show(pending, &state, at: now()) }
      if state.isShown { write("\n") }
      state = State()
    }
  }

  /// Removes the line: before other output, or at the end. The next update shows it again.
  package func erase() {
    state.withLock { state in
      if state.isShown { write("\r\u{1B}[K") }
      state = State()
    }
  }

  private func show(_ progress: Progress, _ state: inout State, at time: UInt64) {
    // Some terminals wrap when the last column is written to.
    let columns = TerminalWidth.columns(of: STDERR_FILENO, environment: environment) - 1
    let line = ProgressText(progress: progress, unicode: unicode).line(columns: columns)
    write("\r\(line)\u{1B}[K")
    state = State(isShown: true, lastShown: time)
  }

  /// The time of a clock that never goes back.
  private static func nanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
  }
}
