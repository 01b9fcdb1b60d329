/// Writes a document as Markdown (CommonMark with the tables of GitHub). Charts are drawn in text,
/// so that the file stands alone wherever it is read.
public struct MarkdownRenderer: Renderer {
  /// A renderer.
  public init() {}

  /// The whole document, its blocks one empty line apart.
  public func render(_ document: Document) -> String {
    let title = document.title.isEmpty ? [] : ["# " + MarkdownText.escaped(document.title)]
    return (title + document.blocks.map(render)).joined(separator: "\n\n") + "\n"
  }

  private func render(_ block: Block) -> String {
    switch block {
    case .heading(let text): "## " + MarkdownText.escaped(text)
    case .paragraph(let text): MarkdownText.escaped(text)
    case .code(let text): MarkdownText.fenced(text, language: "")
    case .facts(let facts): facts.map(render).joined(separator: "\n")
    case .table(let table): render(table)
    case .chart(let chart):
      MarkdownText.fenced(TerminalRenderer(width: 80).render(chart), language: "text")
    case .heatmap(let map):
      MarkdownText.fenced(TerminalRenderer(width: 80).render(map), language: "text")
    case .film(let film):
      film.stills.map { render(.heatmap($0)) }.joined(separator: "\n\n")
    case .topologyChange(let change):
      MarkdownText.fenced(TerminalRenderer(width: 80).render(change), language: "text")
    }
  }

  private func render(_ fact: Fact) -> String {
    let note = fact.note.map { " (\(MarkdownText.escaped($0)))" } ?? ""
    return "- **\(MarkdownText.escaped(fact.name)):** "
      + MarkdownText.escaped(fact.value.reading) + note
  }

  private func render(_ table: Table) -> String {
    func row(_ texts: [String]) -> String { "| " + texts.joined(separator: " | ") + " |" }
    var lines: [String] = []
    if !table.title.isEmpty { lines += ["**\(MarkdownText.escaped(table.title))**", ""] }
    lines.append(row(table.columns.map { MarkdownText.escaped($0.name) }))
    lines.append(row(table.columns.map { $0.alignment == .trailing ? "---:" : "---" }))
    lines += table.rows.map { row($0.map { MarkdownText.escaped($0.reading) }) }
    if let note = table.note { lines += ["", MarkdownText.escaped(note)] }
    return lines.joined(separator: "\n")
  }
}
