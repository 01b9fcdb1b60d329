package import Catalogue

/// One verb to be performed, with everything evaluated, checked and completed.
package struct Invocation: Sendable {
  /// What the verb works on.
  package enum Subject: Sendable {
    case none
    case shape([ShapeItem])
    /// A registered thing with its own arguments, complete.
    case thing(Call)
    /// A file name as written.
    case file(String)
    /// The values of the subject expressions, in order.
    case values([Value])
    /// A bare name.
    case name(String)
    /// What a sentence would have performed.
    indirect case invocation(Invocation)
  }

  /// One factor of a comparison.
  package struct Factor: Sendable {
    /// The key that varies.
    package let name: String
    /// Its values, each checked against the key's kind; at least one.
    package let values: [Argument]
    /// The values as a script would write them, for tables and plots.
    package let texts: [String]
  }

  /// The verb.
  package let verb: VerbAbout
  /// What it works on.
  package let subject: Subject
  /// All keys with a value: those given, and the defaults of the others. For a subject that is a registered thing
  /// they include the thing's parameters.
  package let arguments: Arguments
  /// The keys the statement gave, in its order.
  package let given: [String]
  /// The keys after `over`, in the order given.
  package let factors: [Factor]
  /// The name its result will be bound to.
  package let name: String?
  /// The text of the statement's `##` comments.
  package let documentation: String?
  /// The number of the prompt input; 0 in a file.
  package let input: Int
  /// The statement; `span.text` is its source text.
  package let span: Span
}
