/// What could stand in place of the word before the cursor.
package struct PromptCompletion: Sendable, Equatable {
  /// Where that word begins, in Unicode scalars from the start of the text; it ends at the cursor.
  package var start: Int
  /// What could stand there, best first or sorted.
  package var candidates: [PromptCandidate]
  /// The word is the name of a file, inside quotes: the prompt looks for candidates by itself.
  package var isFile: Bool

  /// Candidates for the word that begins at `start`.
  package init(start: Int, candidates: [PromptCandidate], isFile: Bool = false) {
    self.start = start
    self.candidates = candidates
    self.isFile = isFile
  }
}
