/// Turns a document into the text of one form.
public protocol Renderer: Sendable {
  /// The document in this form, ending in a newline.
  /// - Throws: A `CodedError` where the form cannot hold the document, such as SVG without a chart.
  func render(_ document: Document) throws -> String
}
