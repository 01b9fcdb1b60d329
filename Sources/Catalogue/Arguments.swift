/// The checked arguments of one call or statement, by name.
///
/// The checker has held them against the `About` they belong to and filled in the defaults, so a
/// reader may ask for what its own record declares; asking for anything else is a mistake of ours
/// and ends the process.
public struct Arguments: Sendable {
  private var values: [String: Argument]

  /// Arguments by name.
  public init(_ values: [String: Argument] = [:]) { self.values = values }

  /// The arguments of `about` with every default filled in, and `given` laid over them.
  public init(of about: About, _ given: [String: Argument] = [:]) {
    values = given
    for parameter in about.parameters where given[parameter.name] == nil {
      values[parameter.name] = parameter.standard
    }
  }

  /// The names that have a value, in alphabetical order.
  public var names: [String] { values.keys.sorted() }

  /// The value of that name, or nil where none was given and there is no default.
  public subscript(name: String) -> Argument? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// Whether a value is there.
  public func has(_ name: String) -> Bool { values[name] != nil }

  /// The number of that name.
  public func number(_ name: String) -> Double {
    guard case .number(let value)? = values[name] else { misuse(name, "number") }
    return value
  }

  /// The number of that name, or nil where none was given.
  public func optionalNumber(_ name: String) -> Double? { has(name) ? number(name) : nil }

  /// The whole number of that name. The checker has seen that it is whole and within ±2⁵³.
  public func integer(_ name: String) -> Int {
    guard let value = Int(exactly: number(name)) else { misuse(name, "whole number") }
    return value
  }

  /// The whole number of that name, or nil where none was given.
  public func optionalInteger(_ name: String) -> Int? { has(name) ? integer(name) : nil }

  /// The logic value of that name.
  public func logic(_ name: String) -> Bool {
    guard case .logic(let value)? = values[name] else { misuse(name, "logic value") }
    return value
  }

  /// The text of that name.
  public func text(_ name: String) -> String {
    guard case .text(let value)? = values[name] else { misuse(name, "text") }
    return value
  }

  /// The text of that name, or nil where none was given.
  public func optionalText(_ name: String) -> String? { has(name) ? text(name) : nil }

  /// The bare name given for a choice.
  public func choice(_ name: String) -> String {
    guard case .name(let value)? = values[name] else { misuse(name, "choice") }
    return value
  }

  /// The registered thing given, with its own arguments.
  public func call(_ name: String) -> Call {
    guard case .call(let value)? = values[name] else { misuse(name, "call") }
    return value
  }

  /// The list given.
  public func list(_ name: String) -> [Argument] {
    guard case .list(let value)? = values[name] else { misuse(name, "list") }
    return value
  }

  private func misuse(_ name: String, _ wanted: String) -> Never {
    preconditionFailure("no \(wanted) named \(name) among \(names)")
  }
}
