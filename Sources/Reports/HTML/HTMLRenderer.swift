/// Writes HTML.
public struct HTMLRenderer: Renderer {
  /// A renderer.
  public init() {}
  /// The document.
  public func render(_ document: Document) throws -> String { document.title + "\n" }
}
