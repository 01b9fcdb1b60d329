package import Catalogue

/// One thing that is wrong with a program, with the places it is about.
package struct Diagnostic: Error, Sendable {
  /// How bad it is.
  package enum Severity: String, Sendable {
    case error
    case warning
  }

  /// A remark on one place.
  package struct Label: Sendable {
    /// The place.
    package let span: Span
    /// A few words to stand beside the underline; may be empty.
    package let text: String
    /// Whether this is the place of the mistake itself, rather than one that explains it.
    package let isPrimary: Bool

    /// A remark on `span`.
    package init(_ span: Span, _ text: String, isPrimary: Bool) {
      self.span = span
      self.text = text
      self.isPrimary = isPrimary
    }
  }

  /// How many are told of one program: what has more is no program, but say a table.
  package static let told = 200

  /// The stable code.
  package let code: ErrorCode
  /// How bad it is.
  package let severity: Severity
  /// One plain sentence, lower case, no full stop.
  package let message: String
  /// The places; the first is the primary one.
  package private(set) var labels: [Label]
  /// What to do about it, if that can be said.
  package let hint: String?

  /// A diagnostic at `span`, with a few words to stand beside the underline.
  package init(
    _ code: ErrorCode, _ message: String, at span: Span, label: String = "", hint: String? = nil,
    severity: Severity = .error
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.hint = hint
    labels = [Label(span, label, isPrimary: true)]
  }

  /// The same with a remark on a second place.
  package func with(_ span: Span, _ text: String) -> Diagnostic {
    var copy = self
    copy.labels.append(Label(span, text, isPrimary: false))
    return copy
  }

  /// The place of the mistake itself.
  package var span: Span { labels[0].span }
}
