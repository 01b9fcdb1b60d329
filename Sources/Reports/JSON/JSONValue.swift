/// A JSON value whose objects keep the order of their members, so that output is stable.
public indirect enum JSONValue: Sendable, Equatable {
  case null
  case logic(Bool)
  case integer(Int)
  /// Written with the fewest digits that read back as the same number; what is not finite, as null.
  case number(Double)
  case text(String)
  case array([JSONValue])
  case object([Member])

  /// A named value of an object.
  public struct Member: Sendable, Equatable {
    /// The name.
    public let name: String
    /// The value.
    public let value: JSONValue

    /// A named value.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The number, or null where there is none.
  public init(_ value: Double?) { self = value.map(JSONValue.number) ?? .null }
  /// The whole number, or null where there is none.
  public init(_ value: Int?) { self = value.map(JSONValue.integer) ?? .null }
  /// The text, or null where there is none.
  public init(_ text: String?) { self = text.map(JSONValue.text) ?? .null }

  /// The value of the first member of that name, if this is an object that has one.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  /// An object with its members in this order.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
  /// An array.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// True or false.
  public init(booleanLiteral value: Bool) { self = .logic(value) }
  /// Null.
  public init(nilLiteral: ()) { self = .null }
}
