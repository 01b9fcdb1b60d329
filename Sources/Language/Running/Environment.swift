package import Catalogue

/// The names that a session knows, and its results so far.
package struct Environment: Sendable {
  /// Each name with its binding.
  package private(set) var bindings: [String: Binding] = [:]
  /// The result of each prompt input that had one.
  private var results: [Int: Value] = [:]
  /// The last result: `_`.
  private var last: Value?

  /// No names.
  package init() {}

  /// The bound names, in alphabetical order.
  package var names: [String] { bindings.keys.sorted() }

  /// The binding of a name.
  package subscript(name: String) -> Binding? { bindings[name] }

  /// The value of a name, of `_`, or of `_3`.
  package func value(of name: String) -> Value? {
    if name == "_" { return last }
    if name.hasPrefix("_"), let input = Int(name.dropFirst()) { return results[input] }
    return bindings[name]?.value
  }

  /// Binds a name, again if it is bound already.
  package mutating func bind(
    _ name: String, to value: Value, kind: Kind, at span: Span, documentation: String?
  ) {
    bindings[name] = Binding(
      name: name, value: value, kind: kind, span: span, documentation: documentation,
      version: (bindings[name]?.version ?? 0) + 1)
  }

  /// Takes a binding back, as `%undo` does: sets the name to what it was, or removes it.
  package mutating func restore(_ name: String, to binding: Binding?) { bindings[name] = binding }

  /// Notes the result of a statement of prompt input `input`, 0 for a file.
  mutating func note(_ value: Value, input: Int) {
    last = value
    if input > 0 { results[input] = value }
  }
}
