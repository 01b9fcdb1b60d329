/// What could stand at a place of a program.
package struct Completion: Sendable {
  /// One word that could stand there.
  package struct Candidate: Sendable, Equatable {
    /// What to insert in place of the word that has been begun; keys with their `=`.
    package let text: String
    /// What it is: `verb`, `name`, `key`, `member`, `function`, `word`, or a registered thing's category.
    package let sort: String
    /// A few words on it: a summary, or a key's kind and default.
    package let detail: String

    /// A word that could stand there.
    package init(_ text: String, sort: String, detail: String = "") {
      self.text = text
      self.sort = sort
      self.detail = detail
    }
  }

  /// Where the word that has been begun starts, in Unicode scalars from 0. The candidates replace what stands from here
  /// to the cursor.
  package let start: Int
  /// The words, in the order in which to show them.
  package let candidates: [Candidate]
  /// What is expected where that is no word: "a whole number from 0 (default 10)".
  package let expecting: String?
  /// Whether the cursor is inside a text in quotes, where the front end may offer file names.
  package let isInText: Bool

  /// Words that could stand at a place.
  package init(
    start: Int, candidates: [Candidate], expecting: String? = nil, isInText: Bool = false
  ) {
    self.start = start
    self.candidates = candidates
    self.expecting = expecting
    self.isInText = isInText
  }

  /// The same where so much stands before the text.
  package func moved(by scalars: Int) -> Completion {
    Completion(
      start: start + scalars, candidates: candidates, expecting: expecting, isInText: isInText)
  }
}
