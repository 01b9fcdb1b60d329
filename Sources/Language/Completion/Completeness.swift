/// Whether a prompt input can be submitted as it stands.
package enum Completeness: Sendable, Equatable {
  /// It can.
  case complete
  /// A bracket is open, or a doc comment awaits its statement: another line follows, with so many spaces of indent.
  case incomplete(indent: Int)
  /// It has a mistake that no further line could mend; submitting it shows the mistake.
  case invalid
}
