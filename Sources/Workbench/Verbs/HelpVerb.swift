package import Catalogue
package import Language

/// `help NAME`: what a word means.
package enum HelpVerb: Verb {
  package static let verb = VerbAbout(
    About(
      name: "help", category: .verb,
      summary: "explains a verb, key, policy, function or any other word",
      details: "At the prompt `?name` is the same, and also explains names of your own.",
      examples: [Example("help train"), Example("help")]),
    subject: .name)

  package static func perform(_ invocation: Invocation, in session: Session) throws -> Value {
    guard case .name(let name) = invocation.subject else {
      session.output(trimmed(Reference.contents()))
      return .nothing
    }
    guard let text = session.explanation(of: name) else {
      throw WorkbenchError.unknown(name: name, near: Reference.nearest(to: name))
    }
    session.output(trimmed(text))
    return .nothing
  }

  private static func trimmed(_ text: String) -> String {
    text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}

extension Session {
  /// What a word means: a name of the session first, then whatever the reference knows of it.
  package func explanation(of name: String) -> String? {
    if let inspection = interpreter.inspect(name) { return inspection.text }
    return Reference.page(for: name)
  }
}
