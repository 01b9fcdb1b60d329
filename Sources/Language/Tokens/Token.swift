/// One piece of the text. All tokens of a source, in order and with the trivia, cover it without gaps.
package struct Token: Sendable {
  /// What the piece means by itself.
  package enum Value: Sendable, Equatable {
    case none
    /// A number; percentages are already divided by 100, durations are in seconds.
    case number(Double)
    /// A text without its quotes and with its escapes resolved.
    case text(String)
  }

  /// What it is.
  package let kind: TokenKind
  /// The byte offsets it covers.
  package let range: Range<Int>
  /// Whether a space, a comment or a newline stands before it, or nothing at all.
  package let spaceBefore: Bool
  /// Whether it is the first on its line but for trivia.
  package let startsLine: Bool
  /// Its value, where the kind has one.
  package let value: Value
}
