package import Catalogue

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

extension Vocabulary {
  /// What there is to know of a word: of the verb, function or registered thing so called, or of the key; nil if it
  /// means nothing.
  package func inspection(of name: String) -> Inspection? {
    Inspector(vocabulary: self, environment: Environment()).inspection(of: name)
  }
}
