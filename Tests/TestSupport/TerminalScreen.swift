/// What a terminal shows after the bytes of a program: as much of an xterm as line editors use.
///
/// Characters all take one column. The screen scrolls, and remembers nothing that left it.
package struct TerminalScreen {
  /// The size.
  package private(set) var columns: Int
  /// The size.
  package private(set) var rows: Int
  /// Where the next character goes, from 0; `column` equals `columns` after the last of a row.
  package private(set) var cursor = (row: 0, column: 0)

  private var cells: [[Character]]
  /// An escape sequence that has begun, without the escape itself.
  private var sequence: String?

  /// An empty screen.
  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: [], count: rows)
  }

  /// The rows from the top to the last one that is not empty, without the spaces at their ends.
  package var lines: [String] {
    var lines = cells.map { cells in
      String(String(cells).reversed().drop { $0 == " " }.reversed())
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Shows what a program wrote.
  package mutating func show(_ text: some StringProtocol) {
    for scalar in text.unicodeScalars { show(scalar) }
  }

  /// Changes the size; what no longer fits is cut, as an xterm does.
  package mutating func resize(columns: Int, rows: Int) {
    let surplus = max(0, cursor.row - rows + 1)
    cells.removeFirst(surplus)
    cells = cells.prefix(rows).map { Array($0.prefix(columns)) }
    cells += Array(repeating: [], count: rows - cells.count)
    cursor = (cursor.row - surplus, min(cursor.column, columns - 1))
    self.columns = columns
    self.rows = rows
  }

  private mutating func show(_ scalar: Unicode.Scalar) {
    if let begun = sequence {
      take(begun + String(Character(scalar)))
      return
    }
    switch scalar {
    case "\u{1B}": sequence = ""
    case "\r": cursor.column = 0
    case "\n": feed()
    case "\u{8}": cursor.column = max(0, min(cursor.column, columns - 1) - 1)
    case "\t": cursor.column = min(columns - 1, (cursor.column / 8 + 1) * 8)
    default:
      if scalar.value >= 0x20 { put(Character(scalar)) }
    }
  }

  private mutating func put(_ character: Character) {
    if cursor.column >= columns {
      cursor.column = 0
      feed()
    }
    pad(to: cursor.column + 1)
    cells[cursor.row][cursor.column] = character
    cursor.column += 1
  }

  private mutating func feed() {
    if cursor.row + 1 < rows {
      cursor.row += 1
    } else {
      cells.removeFirst()
      cells.append([])
    }
  }

  private mutating func pad(to count: Int) {
    let missing = count - cells[cursor.row].count
    if missing > 0 { cells[cursor.row] += Array(repeating: " ", count: missing) }
  }

  /// Takes one more character of an escape sequence.
  private mutating func take(_ text: String) {
    sequence = text
    guard let last = text.unicodeScalars.last else { return }
    if text.hasPrefix("]") {
      // A command to the window, which ends with a bell or ESC \.
      if last == "\u{7}" || text.hasSuffix("\u{1B}\\") { sequence = nil }
    } else if text.hasPrefix("[") {
      guard text.unicodeScalars.count > 1, (0x40...0x7E).contains(last.value) else { return }
      sequence = nil
      control(last, String(text.dropFirst().dropLast()))
    } else if !"()#".unicodeScalars.contains(last) || text.unicodeScalars.count > 1 {
      sequence = nil
    }
  }

  private mutating func control(_ command: Unicode.Scalar, _ parameters: String) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    let first = numbers.first ?? nil
    let count = max(1, first ?? 1)
    let column = min(cursor.column, columns - 1)
    switch command {
    case "A": cursor = (max(0, cursor.row - count), column)
    case "B": cursor = (min(rows - 1, cursor.row + count), column)
    case "C": cursor.column = min(columns - 1, column + count)
    case "D": cursor.column = max(0, column - count)
    case "G": cursor.column = min(columns, count) - 1
    case "H":
      let second = numbers.count > 1 ? numbers[1] ?? 1 : 1
      cursor = (min(rows, count) - 1, min(columns, max(1, second)) - 1)
    case "J": eraseScreen(first ?? 0)
    case "K": eraseLine(first ?? 0)
    case "P": changeLine { $0.removeSubrange(column..<min($0.count, column + count)) }
    case "@":
      changeLine { $0.insert(contentsOf: Array(repeating: " ", count: count), at: column) }
    default: break
    }
  }

  private mutating func changeLine(_ change: (inout [Character]) -> Void) {
    pad(to: cursor.column)
    change(&cells[cursor.row])
    cells[cursor.row] = Array(cells[cursor.row].prefix(columns))
  }

  private mutating func eraseLine(_ part: Int) {
    switch part {
    case 0: cells[cursor.row] = Array(cells[cursor.row].prefix(cursor.column))
    case 1:
      for column in 0..<min(cells[cursor.row].count, cursor.column + 1) {
        cells[cursor.row][column] = " "
      }
    default: cells[cursor.row] = []
    }
  }

  private mutating func eraseScreen(_ part: Int) {
    guard part < 2 else {
      if part == 2 { cells = Array(repeating: [], count: rows) }
      return
    }
    eraseLine(part)
    let others = part == 0 ? (cursor.row + 1)..<rows : 0..<cursor.row
    for row in others { cells[row] = [] }
  }
}
