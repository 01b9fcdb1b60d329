internal import Catalogue

extension Diagnostic {
  /// What the host threw, at `span`: its own code, sentence and hint if it conforms to `CodedError`, and a mistake of
  /// ours otherwise.
  package init(hostError error: any Error, at span: Span, label: String = "") {
    switch error {
    case let diagnostic as Diagnostic:
      self = diagnostic
    case let coded as any CodedError:
      self.init(coded.code, coded.message, at: span, label: label, hint: coded.hint)
    default:
      self.init(
        LanguageErrors.internalError, "sparsesh failed here: \(error)", at: span,
        hint: "this is a mistake in sparsesh; please report it with this statement")
    }
  }
}
