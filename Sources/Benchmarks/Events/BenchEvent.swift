package import Reports

/// One thing that was measured, as `--json` prints it: a name and numbers. Tables and verdicts are
/// made of these events alone, so that they can be made again from a file of them.
package struct BenchEvent: Sendable, Equatable {
  /// What was measured: `peak`, `forward`, `step` ….
  package let name: String
  /// The measures and what they belong to, in the order in which they are printed.
  package let fields: JSONValue

  /// An event with these fields, an object.
  package init(_ name: String, _ fields: JSONValue) {
    self.name = name
    self.fields = fields
  }

  /// The event as one object: `{"event":"bench","name":…}`.
  package var json: JSONValue {
    guard case .object(let members) = fields else { return ["event": "bench"] }
    return .object(
      [.init("event", "bench"), .init("name", .text(name))] + members)
  }

  /// The field as a number, where it is one.
  package func number(_ field: String) -> Double? {
    switch fields[field] {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The field as a whole number, where it is one.
  package func count(_ field: String) -> Int? { number(field).flatMap { Int(exactly: $0) } }

  /// The field as a text, where it is one.
  package func text(_ field: String) -> String? {
    if case .text(let text) = fields[field] { text } else { nil }
  }

  /// The field as a list of objects; empty where it is none.
  package func list(_ field: String) -> [JSONValue] {
    if case .array(let values) = fields[field] { values } else { [] }
  }

  /// Whether the field is `true`.
  package func isTrue(_ field: String) -> Bool { fields[field] == .logic(true) }
}
