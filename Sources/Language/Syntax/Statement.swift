/// One statement: `[name =]` and a sentence or an expression, or a prompt command.
package struct Statement: Sendable {
  /// What it does.
  package enum Body: Sendable {
    case sentence(Sentence)
    case expression(Expression)
    case command(PromptCommand)
  }

  /// The text of the `##` comments before it, a line each; nil where there are none.
  package let documentation: String?
  /// The name its result is bound to.
  package let name: Name?
  /// What it does.
  package let body: Body
  /// Where it stands, without its documentation.
  package let span: Span
}
