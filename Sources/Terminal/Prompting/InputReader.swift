/// A source of inputs: the line editor on a terminal, or plain lines from elsewhere.
package protocol InputReader: AnyObject {
  /// Waits for one whole input, which may have several lines.
  func read(_ prompt: PromptText) -> Reading

  /// Makes these entries, oldest first, the ones that can be recalled, in place of all before.
  func recall(_ entries: [String])
}
