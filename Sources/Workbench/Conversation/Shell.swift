/// How a conversation runs `!` commands.
package enum Shell {
  /// In the terminal that the process itself has.
  case terminal
  /// By a front end that has no terminal: it runs the command and tells what that prints.
  case captured((_ command: String) throws -> Void)

  /// Whether a program that needs a terminal can be started.
  var hasTerminal: Bool { if case .terminal = self { true } else { false } }
}
