internal import Catalogue
/// Writes a document for a terminal: plain text, or with colours by ANSI codes. No control
/// character of a name or text reaches the terminal.
public struct TerminalRenderer: Renderer {
  /// How many columns there are.
  public let width: Int
  /// Whether colours and bold print may be used.
  public let color: Bool

  /// A renderer for a terminal of that width, taken as 20 to 400 columns.
  public init(width: Int = 80, color: Bool = false) {
    self.width = min(max(width, 20), 400)
    self.color = color
  }

  /// The whole document, its blocks one empty line apart.
  public func render(_ document: Document) -> String {
    var parts = document.blocks.map(render)
    if !document.title.isEmpty {
      let title = DisplayText.line(document.title)
      let rule = String(repeating: "═", count: min(max(DisplayWidth.of(title), 1), width))
      parts.insert(ink.strong(title) + "\n" + ink.faint(rule) + "\n", at: 0)
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// One block, ending in a newline.
  public func render(_ block: Block) -> String {
    switch block {
    case .heading(let text):
      ink.strong(DisplayText.line(text)) + "\n"
    case .paragraph(let text):
      joined(DisplayText.wrapped(text, to: min(width, 100)))
    case .facts(let facts): render(facts)
    case .table(let table): render(table)
    case .chart(let chart): render(chart)
    case .heatmap(let map): render(map)
    case .film(let film): film.stills.map(render).joined(separator: "\n")
    case .topologyChange(let change): render(change)
    case .code(let text):
      joined(DisplayText.lines(text).map { "    " + $0 })
    }
  }

  /// Facts, their values one below the other.
  public func render(_ facts: [Fact]) -> String {
    let names = facts.map { DisplayText.line($0.name) }
    let column = min(names.map({ DisplayWidth.of($0) }).max() ?? 0, width / 2)
    var lines: [String] = []
    for (fact, name) in zip(facts, names) {
      let note = fact.note.map { " (\($0))" } ?? ""
      let value = DisplayText.wrapped(
        fact.value.reading + note, to: max(width - column - 2, 10))
      let clipped = DisplayWidth.fitting(name, columns: column)
      lines.append(
        ink.faint(DisplayText.padded(clipped, to: column, .leading)) + "  " + (value.first ?? ""))
      lines += value.dropFirst().map { String(repeating: " ", count: column + 2) + $0 }
    }
    return joined(lines)
  }

  /// A table, its columns aligned.
  public func render(_ table: Table) -> String { joined(TerminalTable(table, width, ink).lines) }

  /// A chart, drawn in braille.
  public func render(_ chart: Chart) -> String { joined(TerminalChart(chart, width, ink).lines) }

  /// Charts side by side, as lines; they share the width evenly, and each draws on so many `rows`,
  /// taken as 3 to 100, besides its captions and axes.
  public func lines(of charts: [Chart], rows: Int) -> [String] {
    let gap = 3
    let share = max((width - gap * (charts.count - 1)) / max(charts.count, 1), 20)
    let drawn = charts.map { TerminalChart($0, share, ink, rows: min(max(rows, 3), 100)).lines }
    return (0..<(drawn.map(\.count).max() ?? 0)).map { row in
      drawn.enumerated().reduce(into: "") { line, next in
        let text = row < next.element.count ? next.element[row] : ""
        guard !text.isEmpty else { return }
        let blanks = next.offset * (share + gap) - Ink.columns(of: line)
        line += String(repeating: " ", count: max(blanks, 0)) + text
      }
    }
  }

  /// A heat map, in shades.
  public func render(_ map: Heatmap) -> String { joined(TerminalHeatmap(map, width, ink).lines) }

  /// A layer before and after.
  public func render(_ change: TopologyChange) -> String {
    joined(TerminalTopologyChange(change, width, ink).lines)
  }

  private var ink: Ink { Ink(color: color) }

  private func joined(_ lines: [String]) -> String {
    lines.map { $0 + "\n" }.joined()
  }
}
