/// A name where it stands in the text.
package struct Name: Sendable {
  /// The letters; equal names are equal by Unicode's canonical equivalence.
  package let text: String
  /// Where it stands.
  package let span: Span
}
