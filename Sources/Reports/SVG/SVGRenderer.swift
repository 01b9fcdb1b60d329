/// Writes SVG.
public struct SVGRenderer: Renderer {
  /// A renderer.
  public init() {}
  /// The document.
  public func render(_ document: Document) throws -> String { document.title + "\n" }
}
