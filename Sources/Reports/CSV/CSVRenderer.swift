/// Writes CSV.
public struct CSVRenderer: Renderer {
  /// A renderer.
  public init() {}
  /// The document.
  public func render(_ document: Document) throws -> String { document.title + "\n" }
}
