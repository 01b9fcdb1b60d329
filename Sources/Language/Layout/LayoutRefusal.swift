/// Why a text was not laid out; it stays as it is.
package struct LayoutRefusal: Error {
  /// What is wrong, at least one thing.
  package let diagnostics: [Diagnostic]
  /// Whether the bytes are text at all.
  package let isText: Bool

  init(diagnostics: [Diagnostic], isText: Bool = true) {
    self.diagnostics = diagnostics
    self.isText = isText
  }
}
