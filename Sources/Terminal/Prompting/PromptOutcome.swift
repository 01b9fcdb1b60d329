/// How the run of one input ended.
package enum PromptOutcome: Sendable, Equatable {
  /// All of it ran.
  case done
  /// An error was met, and has been shown.
  case failed
  /// It was interrupted.
  case interrupted
  /// The user wants to leave the prompt.
  case leave(exitCode: Int32)
}
