package import Catalogue

/// A name with its value.
package struct Binding: Sendable {
  /// The name.
  package let name: String
  /// Its value.
  package let value: Value
  /// What kind of value the checker takes it for.
  package let kind: Kind
  /// The statement that bound it.
  package let span: Span
  /// The text of the `##` comments before that statement.
  package let documentation: String?
  /// How often the name has been bound, from 1.
  package let version: Int
}
