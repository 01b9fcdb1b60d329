/// A key of a statement with its value: `epochs=100`.
package struct KeyValue: Sendable {
  /// The key.
  package let key: Name
  /// Its value.
  package let value: Expression

  /// Both together.
  package var span: Span { key.span.joined(value.span) }
}
