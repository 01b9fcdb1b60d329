/// A network's shape where it stands in the text. The parser has checked its form: at least two items, `in` only
/// first, `out` only last, widths and counts from 1.
package struct ShapeSyntax: Sendable {
  /// The items from input to output.
  package let items: [ShapeItem]
  /// Where it stands.
  package let span: Span
}
