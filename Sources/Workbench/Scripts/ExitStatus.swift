/// The exit codes of the command, as documented.
package enum ExitStatus: Int32, Sendable {
  case ok = 0
  /// A statement failed while running, or an assertion did.
  case failed = 1
  /// The command line is wrong, or a file named on it cannot be read.
  case usage = 2
  /// The program was rejected before running.
  case rejected = 3
  /// Stopped by the user.
  case interrupted = 130
}
