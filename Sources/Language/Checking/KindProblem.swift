internal import Catalogue

/// Why a value does not fit where it stands, without the place: the checker and the interpreter each add theirs.
struct KindProblem: Error {
  let code: ErrorCode
  let message: String
  /// A few words to stand beside the mark; may be empty.
  let label: String
  let hint: String?

  init(_ code: ErrorCode, _ message: String, label: String = "", hint: String? = nil) {
    self.code = code
    self.message = message
    self.label = label
    self.hint = hint
  }

  /// The problem as a diagnostic at its place.
  func at(_ span: Span) -> Diagnostic {
    // `120%` has its sign: whoever wrote it did not mean `1.2%`.
    guard code == LanguageErrors.percentForgotten, span.text.hasSuffix("%") else {
      return Diagnostic(code, message, at: span, label: label, hint: hint)
    }
    return Diagnostic(
      LanguageErrors.outOfBounds,
      message.replacing(/, and .* would be .*$/, with: ", not `\(span.text)`"), at: span)
  }
}
