internal import CReadline

/// Ctrl-C while a script runs: asks it to stop at the next safe place, instead of ending the process.
package enum InterruptWatch {
  /// Runs `body`; meanwhile the first SIGINT calls `interrupt`, on another thread.
  package static func during<Result>(
    interrupt: @escaping @Sendable () -> Void, _ body: () throws -> Result
  ) rethrows -> Result {
    let watch = RunWatch(interrupt: interrupt)
    defer {
      _ = watch.stop()
      creadline_release_signals()
    }
    return try body()
  }
}
