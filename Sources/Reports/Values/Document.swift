/// A report as a value: a title and blocks in reading order. Renderers turn it into terminal text,
/// HTML, Markdown, CSV, JSON or SVG; nothing in it knows how it will look.
public struct Document: Sendable, Equatable {
  /// What the document is about, shown once at its head.
  public var title: String
  /// Its content, in reading order.
  public var blocks: [Block]

  /// A document of these blocks.
  public init(title: String, blocks: [Block] = []) {
    self.title = title
    self.blocks = blocks
  }

  /// The charts, in reading order.
  public var charts: [Chart] {
    blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
  }

  /// The tables, in reading order.
  public var tables: [Table] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }
}
