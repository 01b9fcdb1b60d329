internal import Catalogue

/// A heat map as lines of text: a shade for every cell, so that it shows without colour.
struct TerminalHeatmap {
  private(set) var lines: [String] = []

  private static let shades = [" ", "░", "▒", "▓", "█"]
  private static let mostRows = 32
  private static let mostNameWidth = 14

  init(_ map: Heatmap, _ width: Int, _ ink: Ink) {
    let names = map.rows.names.map {
      DisplayWidth.fitting(DisplayText.line($0), columns: Self.mostNameWidth)
    }
    let margin = names.map { DisplayWidth.of($0) }.max() ?? 0
    let room = max(width - margin - 3, 4)
    // Two letters are about as wide as one is high.
    let wide = map.columns.count * 2 <= room ? 2 : 1
    let small = map.reduced(
      rows: wide == 2 ? Self.mostRows : min(Self.mostRows, room / 2), columns: room / wide)
    if !map.title.isEmpty { lines.append(ink.strong(DisplayText.line(map.title))) }
    lines.append(fitted(small.rows.label + " ↓", width, ink))
    let shades = small.shades(levels: Self.shades.count - 1)
    let rule = String(repeating: "─", count: small.columns.count * wide)
    let blanks = String(repeating: " ", count: margin)
    lines.append(ink.faint(blanks + " ┌" + rule + "┐"))
    for row in 0..<small.rows.count {
      let name = small.rows.names.isEmpty ? "" : names[row]
      let cells = (0..<small.columns.count).map { column in
        String(repeating: Self.shades[shades[row * small.columns.count + column]], count: wide)
      }.joined()
      lines.append(
        ink.faint(DisplayText.padded(name, to: margin, .trailing) + " │") + ink.series(0, cells)
          + ink.faint("│"))
    }
    lines.append(ink.faint(blanks + " └" + rule + "┘"))
    lines.append(fitted(blanks + "  " + small.columns.label + " →", width, ink))
    lines.append(fitted(legend(small), width, ink))
  }

  private func fitted(_ text: String, _ width: Int, _ ink: Ink) -> String {
    ink.faint(DisplayWidth.fitting(DisplayText.line(text), columns: width))
  }

  /// What the lightest and darkest shade stand for.
  private func legend(_ map: Heatmap) -> String {
    guard let range = map.range else { return "no data" }
    return "\(map.label): ‘ ’ \(map.reading(range.lowerBound)) … █ \(map.reading(range.upperBound))"
  }
}
