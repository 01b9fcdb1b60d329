/// What came of waiting for an input.
package enum Reading: Sendable, Equatable {
  /// An input, without its final newline.
  case input(String)
  /// Ctrl-C: what had been typed is given up.
  case interrupted
  /// The end of all input.
  case end
  /// A signal told the process to leave.
  case terminated(signal: Int32)
}
