internal import Catalogue
/// A table as lines of text. Where it is too wide, text columns are narrowed, the widest first, and
/// their cells take several lines.
struct TerminalTable {
  let lines: [String]

  init(_ table: Table, _ width: Int, _ ink: Ink) {
    let heads = table.columns.map { DisplayText.line($0.name) }
    let cells = table.rows.map { $0.map { DisplayText.line($0.reading) } }
    let widths = Self.widths(table.columns, heads, cells, within: width)
    func row(_ texts: [String]) -> [String] {
      let pieces = zip(texts, widths).map { DisplayText.broken($0, to: $1) }
      return (0..<(pieces.map(\.count).max() ?? 1)).map { line in
        let parts = pieces.indices.map { column in
          DisplayText.padded(
            pieces[column].indices.contains(line) ? pieces[column][line] : "", to: widths[column],
            table.columns[column].alignment)
        }
        return Self.withoutEnd(parts.joined(separator: "  "))
      }
    }
    var lines: [String] = []
    if !table.title.isEmpty { lines.append(ink.strong(DisplayText.line(table.title))) }
    lines += row(heads).map(ink.faint)
    lines.append(
      ink.faint(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")))
    lines += cells.flatMap(row)
    if table.rows.isEmpty { lines.append(ink.faint("no rows")) }
    if let note = table.note { lines += DisplayText.wrapped(note, to: width).map(ink.faint) }
    self.lines = lines
  }

  private static func widths(
    _ columns: [Table.Column], _ heads: [String], _ cells: [[String]], within width: Int
  ) -> [Int] {
    var widths = heads.map({ DisplayWidth.of($0) })
    for row in cells {
      for (index, text) in row.enumerated() {
        widths[index] = max(widths[index], DisplayWidth.of(text))
      }
    }
    var excess = widths.reduce(0, +) + 2 * max(widths.count - 1, 0) - width
    while excess > 0 {
      let clippable = widths.indices.filter { columns[$0].kind == .text && widths[$0] > 8 }
      guard let widest = clippable.max(by: { widths[$0] < widths[$1] }) else { break }
      let next = clippable.filter { $0 != widest }.map { widths[$0] }.max() ?? 8
      let cut = min(max(widths[widest] - max(next, 8), 1), excess)
      widths[widest] -= cut
      excess -= cut
    }
    return widths
  }

  private static func withoutEnd(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " { line = line.dropLast() }
    return String(line)
  }
}
