/// A line that only the prompt and notebooks understand.
package struct PromptCommand: Sendable, Equatable {
  /// What sort of command it is.
  package enum Sort: Sendable, Equatable {
    /// `?name` or `name?`: help.
    case help
    /// `??name`: where it comes from.
    case source
    /// `!command`: for the shell.
    case shell
    /// `%name …`.
    case magic
  }

  /// What sort of command it is.
  package let sort: Sort
  /// The name after `?`, `??` or `%`; the whole command after `!`.
  package let name: String
  /// What follows the name of a `%` command, without spaces around it.
  package let rest: String
}
