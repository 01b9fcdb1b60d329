/// A checked value handed to a registered thing.
public indirect enum Argument: Sendable {
  case number(Double)
  case text(String)
  case logic(Bool)
  /// One bare name of a `choice`.
  case name(String)
  case list([Argument])
  /// A registered thing by name, with its own arguments: `epsilon(20)`.
  case call(Call)
  /// The result of a verb; only the workbench knows what is inside.
  case object(any Sendable)
}

/// A registered thing by name, with checked arguments; absent ones have been filled with defaults.
public struct Call: Sendable {
  /// The name of the thing, as registered.
  public let name: String
  /// Its arguments, complete.
  public let arguments: Arguments

  /// A call of `name` with complete arguments.
  public init(_ name: String, _ arguments: Arguments = Arguments()) {
    self.name = name
    self.arguments = arguments
  }
}

extension Argument: CustomStringConvertible {
  /// The argument as a script would write it.
  public var description: String {
    switch self {
    case .number(let value): NumberText.plain(value)
    case .text(let text): "\"\(text)\""
    case .logic(let value): value ? "true" : "false"
    case .name(let name): name
    case .list(let elements): "[" + elements.map(\.description).joined(separator: ", ") + "]"
    case .call(let call): call.description
    case .object: "…"
    }
  }
}

extension Call: CustomStringConvertible {
  /// The call as a script would write it: a single argument without its name, several with theirs,
  /// in alphabetical order.
  public var description: String {
    guard let first = arguments.names.first else { return name }
    if arguments.names.count == 1, let only = arguments[first] { return "\(name)(\(only))" }
    let list = arguments.names.map { "\($0)=\(arguments[$0].map(\.description) ?? "")" }
    return "\(name)(\(list.joined(separator: ", ")))"
  }
}

extension Argument: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByStringLiteral
{
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  /// True or false.
  public init(booleanLiteral value: Bool) { self = .logic(value) }
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
}
