internal import Catalogue

/// A table as lines of text, in bands one below the other where it is too wide.
struct TerminalTable {
  let lines: [String]

  init(_ table: Table, _ width: Int, _ ink: Ink) {
    let heads = table.columns.map { DisplayText.line($0.name) }
    let cells = table.rows.map { $0.map { DisplayText.line($0.reading) } }
    let layout = TableColumns(table.columns, texts: [heads] + cells, within: width)
    func row(_ texts: [String], _ band: [Int]) -> [String] {
      let pieces = band.map { DisplayText.broken(texts[$0], to: layout.widths[$0]) }
      return (0..<(pieces.map(\.count).max() ?? 1)).map { line in
        let parts = zip(band, pieces).map { column, pieces in
          DisplayText.padded(
            pieces.indices.contains(line) ? pieces[line] : "", to: layout.widths[column],
            table.columns[column].alignment)
        }
        return Self.withoutEnd(parts.joined(separator: "  "))
      }
    }
    var lines: [String] = []
    if !table.title.isEmpty { lines.append(ink.strong(DisplayText.line(table.title))) }
    for (index, band) in layout.bands.enumerated() {
      if index > 0 { lines.append("") }
      lines += row(heads, band).map(ink.faint)
      let rules = band.map { String(repeating: "─", count: layout.widths[$0]) }
      lines.append(ink.faint(rules.joined(separator: "  ")))
      lines += cells.flatMap { row($0, band) }
    }
    if table.rows.isEmpty { lines.append(ink.faint("no rows")) }
    if let note = table.note { lines += DisplayText.wrapped(note, to: width).map(ink.faint) }
    self.lines = lines
  }

  private static func withoutEnd(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " { line = line.dropLast() }
    return String(line)
  }
}
