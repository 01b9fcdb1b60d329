/// The texts before the lines of an input: `In [7]: `, and `   ...: ` before each further line.
package struct PromptText: Sendable, Equatable {
  /// What stands before the first line.
  package let first: String
  /// What stands before each further line; as wide as `first`.
  package let continuation: String

  /// The texts for input number `input`.
  package init(input: Int) {
    first = "In [\(input)]: "
    let dots = "...: "
    continuation = String(repeating: " ", count: max(0, first.count - dots.count)) + dots
  }
}
