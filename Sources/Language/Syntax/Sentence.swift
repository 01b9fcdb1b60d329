/// A verb with its subject, keys and factors. The block form `{ … }` is another layout of the same sentence.
package struct Sentence: Sendable {
  /// The verb; the vocabulary knows it.
  package let verb: Name
  /// What follows it.
  package let subject: SubjectSyntax
  /// The keys in the order given.
  package let keys: [KeyValue]
  /// The keys after `over`, each with its list of values.
  package let factors: [KeyValue]
  /// Where `over` stands, if it does.
  package let over: Span?
  /// The block with its braces, if there is one.
  package let block: Span?
}
