package import Language
package import Training

/// Everything a session tells its front end. The prompt, the JSON Lines of the command and the
/// tests are readers of it; nothing else prints.
package enum SessionEvent: Sendable {
  /// A line that the program prints.
  case output(String)
  /// A line that the program warns with.
  case warning(String)
  /// Help that was asked for by `?name`: a notebook shows it in its pager.
  case page(String)
  /// What is shown so far shall go: `%clear`.
  case clear
  /// Something worth knowing that nobody asked for, such as where data came from.
  case note(String)
  /// What a training tells; `run` is the name its result will have.
  case training(run: String, TrainingEvent)
  /// What came of a statement.
  case result(StatementResult)
  /// What is wrong with a program, found before or while running it.
  case problem(Diagnostic)
  /// The settings were changed.
  case settings(Settings)
}

/// Shows a session's events.
package protocol Presenter: AnyObject {
  /// Shows one event; called on the session's thread, in order.
  func present(_ event: SessionEvent)
  /// Says that all is done: how many statements ran, in how long, and the exit code.
  func finish(statements: Int, seconds: Double, status: ExitStatus)
}
