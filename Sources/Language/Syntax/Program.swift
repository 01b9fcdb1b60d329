/// A parsed source. Statements with mistakes are left out of it and reported in `diagnostics`.
package struct Program: Sendable {
  /// The text it was parsed from.
  package let source: Source
  /// Every token with trivia, so that a formatter loses no comment.
  package let tokens: [Token]
  /// The statements that could be parsed, in order.
  package let statements: [Statement]
  /// The names that statements which could not be parsed would have bound.
  package let lostNames: [Name]
  /// What is wrong with its characters and syntax, in the order of their places.
  package let diagnostics: [Diagnostic]
  /// The brackets left open at the end if nothing else is wrong: at the prompt, more lines may follow.
  package let openBrackets: Int
}
