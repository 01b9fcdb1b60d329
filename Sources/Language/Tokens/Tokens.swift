/// The result of the lexer: every token of a source, and what was wrong with its characters.
package struct Tokens: Sendable {
  /// All tokens with trivia, in order; they cover the source, and the last is the end.
  package let all: [Token]
  /// Errors with codes E01xx, in order.
  package let diagnostics: [Diagnostic]
  /// Whether the text ends inside a text literal.
  package let endsInText: Bool
  /// Whether the text ends inside a comment or a prompt command.
  package let endsInComment: Bool
}
