internal import CReadline

/// Signals while a script runs: they ask it to stop at the next safe place, instead of ending the
/// process at once.
package enum InterruptWatch {
  /// Runs `body`; meanwhile the first SIGINT calls `interrupt`, on another thread, and so do SIGTERM
  /// and SIGHUP. The signal that told the process to leave, if one did, comes with the result.
  package static func during<Result>(
    interrupt: @escaping @Sendable () -> Void, _ body: () -> Result
  ) -> (result: Result, terminatedBy: Int32?) {
    let watch = RunWatch(interrupt: interrupt)
    let result = ControlEcho.withheld(body)
    let signal = watch.stop()
    creadline_release_signals()
    return (result, signal)
  }
}
