/// How the running of a program ended.
package enum Outcome: Sendable {
  /// Every statement ran.
  case completed
  /// A statement failed; those after it did not run.
  case failed(Diagnostic)
  /// The host asked to stop.
  case interrupted
}
