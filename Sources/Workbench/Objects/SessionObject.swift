package import Catalogue
package import Language
package import Reports

/// A result of a verb, as the session sees it: what the language needs, and how it is shown.
package protocol SessionObject: LanguageObject {
  /// The word for it, as in `Kind.object`.
  static var kind: String { get }
  /// What it can be asked for, as in `first.accuracy`.
  static var members: [Member<Self>] { get }
  /// It in one line, without its name.
  var summary: String { get }
  /// What `report` and `describe` speak of, for the kinds that they know.
  var subject: Subject? { get }
  /// It as a document, if there is more to show than the line.
  var document: Document? { get }
  /// It as JSON, for the `result` event.
  var json: JSONValue { get }
  /// Whether it is shown although it is bound to a name: it was made to be looked at.
  var isForShow: Bool { get }
}

/// One member: what it is, and how to get it.
package struct Member<Owner>: Sendable {
  /// Its name, kind and meaning.
  package let about: MemberAbout
  /// Its value.
  package let value: @Sendable (Owner) throws -> Value

  /// A member of that name and kind.
  package init(
    _ name: String, _ kind: Kind, _ summary: String,
    value: @escaping @Sendable (Owner) throws -> Value
  ) {
    about = MemberAbout(name, kind, summary)
    self.value = value
  }
}

extension SessionObject {
  package var kind: String { Self.kind }
  package var subject: Subject? { nil }
  package var document: Document? { nil }
  package var isForShow: Bool { false }
  package var text: String { summary }

  /// "1 epoch", "2,000 epochs".
  static func count(_ number: Int, _ word: String) -> String {
    NumberText.count(number) + " " + word + (number == 1 ? "" : "s")
  }

  package func member(_ name: String) throws -> Value? {
    try Self.members.first { $0.about.name == name }?.value(self)
  }

  /// Two objects of a kind are equal if they show the same; kinds that know better say so.
  package func isEqual(to other: Value) -> Bool {
    guard case .object(let object) = other, let same = object as? Self else { return false }
    return same.json == json
  }
}

extension Value {
  /// A list of numbers.
  static func numbers(_ values: [Double]) -> Value { .list(values.map { .number($0) }) }
  /// A list of texts.
  static func texts(_ values: [String]) -> Value { .list(values.map { .text($0) }) }
  /// A whole number.
  static func count(_ value: Int) -> Value { .number(Double(value)) }

  /// The value as JSON: numbers that are none, and `nothing`, are null.
  package var json: JSONValue {
    switch self {
    case .nothing: .null
    case .number(let number), .duration(let number): .number(number)
    case .text(let text): .text(text)
    case .logic(let value): .logic(value)
    case .list(let elements): .array(elements.map(\.json))
    case .range, .shape, .call: .text(ValueText.shown(self))
    case .object(let object): (object as? any SessionObject)?.json ?? .text(object.text)
    }
  }
}
