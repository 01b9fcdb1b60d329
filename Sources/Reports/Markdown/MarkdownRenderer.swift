/// Writes Markdown.
public struct MarkdownRenderer: Renderer {
  /// A renderer.
  public init() {}
  /// The document.
  public func render(_ document: Document) throws -> String { document.title + "\n" }
}
