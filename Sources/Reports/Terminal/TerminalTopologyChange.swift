internal import Catalogue

/// A layer before and after as lines of text, side by side or, where that is too wide, one below the
/// other: a mark for every cell, so that it shows without colour.
struct TerminalTopologyChange {
  private(set) var lines: [String] = []

  private static let gap = 4

  private let change: TopologyChange
  private let ink: Ink
  /// How many columns a cell takes.
  private let pitch: Int
  /// How many cells of a row there is room for.
  private let shown: Int
  private let margin: Int

  init(_ change: TopologyChange, _ width: Int, _ ink: Ink) {
    (self.change, self.ink) = (change, ink)
    margin = "input ".count + String(max(change.rows - 1, 0)).count + 2
    let room = max(width - margin, 1)
    pitch = 2 * change.columns <= room ? 2 : 1
    shown = min(change.columns, room)
    let wide = max(shown * pitch - (pitch - 1), "before".count)
    if !change.title.isEmpty {
      lines += DisplayText.wrapped(change.title, to: width).map(ink.strong)
    }
    let before = side("before", change.removed, "−", color: 1)
    let after = side("after", change.added, "+", color: 2)
    if margin + 2 * wide + Self.gap <= width {
      for (start, (left, right)) in zip(margins, zip(before, after)) {
        let blanks = String(repeating: " ", count: wide - left.width + Self.gap)
        lines.append(start + left.text + blanks + right.text)
      }
    } else {
      lines += zip(margins + margins, before + after).map { $0 + $1.text }
    }
    let legend = "• stays  − goes  + comes  · empty"
    lines.append(ink.faint(DisplayWidth.fitting(legend, columns: width)))
    if shown < change.columns {
      let note = "outputs 0 to \(shown - 1) of \(change.columns)"
      lines.append(ink.faint(DisplayWidth.fitting(note, columns: width)))
    }
  }

  /// What stands before the lines of a side: its head, the numbers of outputs, a line an input.
  private var margins: [String] {
    let names = (0..<change.rows).map { ($0 == 0 ? "input " : "") + String($0) }
    let heads = ["", "output"] + [String](repeating: "", count: digits - 1)
    return (heads.map { ($0, Table.Column.Alignment.leading) } + names.map { ($0, .trailing) })
      .map { DisplayText.padded($0, to: margin - 2, $1) + "  " }.map(ink.faint)
  }

  /// How many digits the numbers of outputs have; they are written from top to bottom.
  private var digits: Int { String(max(shown - 1, 0)).count }

  private typealias Line = (text: String, width: Int)

  private func side(
    _ name: String, _ changes: [TopologyChange.Connection], _ mark: String, color: Int
  ) -> [Line] {
    var cells = [[String]](
      repeating: [String](repeating: ink.faint("·"), count: shown), count: change.rows)
    for connection in change.kept where connection.column < shown {
      cells[connection.row][connection.column] = "•"
    }
    for connection in changes where connection.column < shown {
      cells[connection.row][connection.column] = ink.series(color, mark)
    }
    let blanks = String(repeating: " ", count: pitch - 1)
    let width = shown * pitch - (pitch - 1)
    let numbers = (0..<digits).map { digit -> Line in
      let marks = (0..<shown).map { column -> String in
        let text = DisplayText.padded(String(column), to: digits, .trailing)
        return String(Array(text)[digit])
      }
      return (ink.faint(marks.joined(separator: blanks)), width)
    }
    return [(ink.strong(name), name.count)] + numbers
      + cells.map { ($0.joined(separator: blanks), width) }
  }
}
