/// Whether an input can be run as it stands.
package enum PromptCompleteness: Sendable, Equatable {
  /// It can be run.
  case complete
  /// It goes on, say because a bracket is open; the next line begins with `indent`.
  case incomplete(indent: String)
  /// No continuation can make it right: running it shows the error.
  case invalid
}
