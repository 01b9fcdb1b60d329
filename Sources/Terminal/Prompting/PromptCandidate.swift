/// One text that a completion can insert.
package struct PromptCandidate: Sendable, Equatable {
  /// What is inserted.
  package var text: String
  /// What a list shows for it, usually the same.
  package var label: String
  /// What it is, in a few words, shown beside it in a list.
  package var detail: String
  /// Whether a space follows when it is the only candidate.
  package var endsWord: Bool

  /// A candidate with what it is.
  package init(
    _ text: String, label: String? = nil, detail: String = "", endsWord: Bool = false
  ) {
    self.text = text
    self.label = label ?? text
    self.detail = detail
    self.endsWord = endsWord
  }
}
