/// A source of inputs: the line editor on a terminal, or plain lines from elsewhere.
package protocol InputReader: AnyObject {
  /// Waits for one whole input, which may have several lines.
  func read(_ prompt: PromptText) -> Reading

  /// Makes these entries, oldest first, the ones that can be recalled, in place of all before.
  func recall(_ entries: [String])
}

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
