/// One line of a source as it is shown: tabs and control characters replaced, and where each byte came to stand.
struct SourceLine {
  /// The line's number, from 1.
  let number: Int
  /// What is shown.
  private let cells: [(byte: Int, text: String, width: Int)]
  private let end: Int

  /// Shows line `number` of `source`.
  init(_ source: Source, number: Int) {
    self.number = number
    let range = source.range(ofLine: number)
    var cells: [(Int, String, Int)] = []
    var byte = range.lowerBound
    for scalar in source.text(range).unicodeScalars {
      let text: String
      switch scalar {
      case "\t": text = "    "
      case _ where scalar.properties.generalCategory == .control: text = "\u{FFFD}"
      default: text = String(Character(scalar))
      }
      cells.append((byte, text, scalar == "\t" ? 4 : DisplayWidth.of(scalar)))
      // A replacement character may stand for one malformed byte only.
      byte += scalar == "\u{FFFD}" ? Self.length(source, byte) : String(scalar).utf8.count
    }
    self.cells = cells
    end = range.upperBound
  }

  private static func length(_ source: Source, _ byte: Int) -> Int {
    let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
    if source.bytes[byte...].starts(with: replacement) { return 3 }
    var next = byte + 1
    while next < source.bytes.count, Byte.isContinuation(source.bytes[next]) { next += 1 }
    return next - byte
  }

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
