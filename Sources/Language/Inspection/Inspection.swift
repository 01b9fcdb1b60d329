/// What there is to know of a name, as text.
package struct Inspection: Sendable, Equatable {
  /// One of the things that the name means.
  package struct Section: Sendable, Equatable {
    /// What it is, on one line.
    package let title: String
    /// The text below it.
    package let lines: [String]
  }

  /// The name.
  package let name: String
  /// Each of its meanings; at least one.
  package let sections: [Section]

  /// All of it as plain text.
  package var text: String {
    sections.map { ([$0.title] + $0.lines).joined(separator: "\n") }.joined(separator: "\n\n")
  }
}
