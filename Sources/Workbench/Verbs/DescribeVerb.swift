package import Catalogue
package import Language
internal import Reports

/// `describe VALUE`: anything, in a few lines.
package enum DescribeVerb: Verb {
  package static let verb = VerbAbout(
    About(
      name: "describe", category: .verb, summary: "describes any value in a few lines",
      examples: [Example("spirals = data spirals\ndescribe spirals")]),
    subject: .expression(.any))

  package static func perform(_ invocation: Invocation, in session: Session) throws -> Value {
    session.output(Description.text(of: invocation.subjectValue()))
    return .nothing
  }
}

/// Any value in a few lines of plain text.
enum Description {
  static func text(of value: Value) -> String {
    guard case .object(let plain) = value, let object = plain as? any SessionObject else {
      return "\(value.kindName) \(ValueText.shown(value))"
    }
    guard let subject = object.subject else {
      guard let document = object.document else { return object.summary }
      return Self.plain(document)
    }
    return object.summary + "\n" + trimmed(subject.description())
  }

  /// A document as text without colours, and without empty lines around it.
  static func plain(_ document: Document) -> String {
    trimmed(TerminalRenderer(width: 80, color: false).render(document))
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0 == "\n" }.reversed().drop { $0 == "\n" }.reversed())
  }
}
