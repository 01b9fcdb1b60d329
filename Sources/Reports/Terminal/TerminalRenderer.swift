/// Writes a document for a terminal: plain text, or with colours by ANSI codes.
public struct TerminalRenderer: Renderer {
  /// How many columns there are.
  public let width: Int
  /// Whether colours and bold print may be used.
  public let color: Bool

  /// A renderer for a terminal of that width, taken as at least 20 columns.
  public init(width: Int = 80, color: Bool = false) {
    self.width = max(width, 20)
    self.color = color
  }

  /// The whole document.
  public func render(_ document: Document) -> String { document.title + "\n" }
}
