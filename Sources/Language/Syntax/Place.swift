internal import Catalogue

/// What the parser expected where the text ended; completion asks for it. Later places replace earlier ones.
/// Indirect as a whole, since the parser keeps one in each of its frames.
indirect enum Place: Sendable {
  /// A verb, or the name of a value.
  case statementStart
  /// A verb or an expression, after `name =`.
  case rightSide
  /// The subject of a verb; the expressions given so far.
  case subject(VerbAbout, given: Int)
  /// An expression with no particular kind.
  case expression
  /// An operator, a further expression or a text, after the expression of an assertion or a printing verb.
  case afterExpression(VerbAbout?)
  /// A key or `over` or nothing, after so much of the sentence.
  case key(VerbAbout, SubjectSyntax, used: [String], afterOver: Bool)
  /// The value of a key, so many lists deep inside it.
  case value(VerbAbout, SubjectSyntax, key: String, isFactor: Bool, lists: Int)
  /// An argument of a call at `position` with these names used; `outer` is the place the call stands in.
  case argument(call: String, position: Int, used: [String], outer: Place)
  /// The value of a named argument, so many lists deep.
  case argumentValue(call: String, name: String, lists: Int, outer: Place)
  /// What a value is compared with.
  case comparand(Expression)
  /// A member of a value.
  case member(Expression)
  /// An item of a shape; the first may be `in`.
  case shape(isFirst: Bool)
  /// Nothing that could be completed: a new name, a number, the end of a statement.
  case nothing
}
