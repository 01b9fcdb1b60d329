internal import Catalogue

/// A diagnostic as plain fields, ready to be written as JSON. Lines and columns count from 1, columns in
/// Unicode scalars; the end is the first place after the span.
package struct DiagnosticFields: Sendable, Equatable {
  package let severity: String
  package let code: String
  package let message: String
  package let hint: String?
  package let file: String
  package let line: Int
  package let column: Int
  package let endLine: Int
  package let endColumn: Int
}

extension Diagnostic {
  /// Its fields.
  package var fields: DiagnosticFields {
    let start = span.start
    let end = span.end
    return DiagnosticFields(
      severity: severity.rawValue, code: code.id, message: message, hint: hint,
      file: span.source.name, line: start.line, column: start.column, endLine: end.line,
      endColumn: end.column)
  }
}
