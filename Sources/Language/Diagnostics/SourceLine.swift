internal import Catalogue

/// One line of a source as it is shown: tabs and control characters replaced, and where each byte came to stand.
struct SourceLine {
  /// The line's number, from 1.
  let number: Int
  /// What is shown.
  private let cells: [(byte: Int, text: String, width: Int)]

  /// Shows line `number` of `source`.
  init(_ source: Source, number: Int) {
    self.number = number
    let range = source.range(ofLine: number)
    var cells: [(Int, String, Int)] = []
    var byte = range.lowerBound
    while byte < range.upperBound {
      // A byte that is no UTF-8 is shown as a replacement character of its own.
      let (scalar, length) = source.scalar(at: byte) ?? ("\u{FFFD}", 1)
      let isControl =
        scalar.properties.generalCategory == .control || Self.turnsText.contains(scalar.value)
      let text = scalar == "\t" ? "    " : isControl ? "\u{FFFD}" : String(Character(scalar))
      cells.append((byte, text, DisplayWidth.of(text)))
      byte += length
    }
    self.cells = cells
  }

  /// Marks that change the direction of the text after them, and so would show a line as it is not.
  private static let turnsText: Set<UInt32> = Set(0x202A...0x202E).union(0x2066...0x2069)

  /// The whole line and its columns `from..<to` for the bytes of `range`, at least one column wide; clipped to `width`
  /// columns around that stretch.
  func shown(_ range: Range<Int>, width: Int) -> (text: String, columns: Range<Int>) {
    var column = 0
    var starts: [Int] = []
    for cell in cells {
      starts.append(column)
      column += cell.width
    }
    let from = columns(of: range.lowerBound, starts, column)
    let to = max(from + 1, columns(of: range.upperBound, starts, column))
    guard column > width else { return (cells.map(\.text).joined(), from..<to) }
    // Keep the start of the stretch in view, a third from the left.
    let first = max(0, min(from - width / 3, column - width + 2))
    var text = first > 0 ? "…" : ""
    var shift: Int?
    for (cell, start) in zip(cells, starts)
    where start >= first && start + cell.width <= first + width - 2 {
      if shift == nil { shift = start - (first > 0 ? 1 : 0) }
      text += cell.text
    }
    let last = first + width - 2
    if last < column { text += "…" }
    let low = max(0, from - (shift ?? 0))
    return (text, low..<max(low + 1, min(to, last) - (shift ?? 0)))
  }

  private func columns(of byte: Int, _ starts: [Int], _ width: Int) -> Int {
    guard let index = cells.firstIndex(where: { $0.byte >= byte }) else { return width }
    return starts[index]
  }
}
