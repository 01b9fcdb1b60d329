/// What follows a verb before its keys.
package enum SubjectSyntax: Sendable {
  case none
  case shape(ShapeSyntax)
  /// A registered thing, with arguments if it is written as a call.
  case thing(Name, [ArgumentSyntax], Span)
  /// A file name in quotes.
  case file(String, Span)
  /// One or more expressions.
  case expressions([Expression])
  /// What must be true, and a text for when it is not.
  case condition(Expression, message: Expression?)
  /// A bare name.
  case name(Name)
  /// A whole sentence.
  indirect case sentence(Sentence)

  /// Where it stands, if it is there.
  package var span: Span? {
    switch self {
    case .none: nil
    case .shape(let shape): shape.span
    case .thing(_, _, let span), .file(_, let span): span
    case .expressions(let list):
      list.first.flatMap { first in list.last.map { first.span.joined($0.span) } }
    case .condition(let condition, let message):
      message.map { condition.span.joined($0.span) } ?? condition.span
    case .name(let name): name.span
    case .sentence(let sentence): sentence.subject.span.map(sentence.verb.span.joined)
    }
  }
}
