/// What came of one statement.
package struct StatementResult: Sendable {
  /// The number of the prompt input; 0 in a file.
  package let input: Int
  /// The number of the statement within its source, from 1.
  package let index: Int
  /// How many statements its source has.
  package let count: Int
  /// The name it was bound to, if any.
  package let name: String?
  /// The value, never `nothing`.
  package let value: Value
  /// Whether the statement is an expression, or a verb without a name: its value is what the user asked to see.
  package let isUnnamed: Bool
  /// Whether the statement has a verb.
  package let verb: String?
  /// The statement.
  package let span: Span
}
