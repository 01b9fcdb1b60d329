internal import Catalogue

/// Walks through the rows and cells of a text table.
///
/// A cell may stand in double quotes, in which the separator, line ends and doubled quotes belong
/// to its text. Lines end in LF, CR LF or CR; lines of blanks alone are skipped.
struct RowScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let path: String
  private let separator: Separator
  /// The position of the next byte.
  private(set) var position: Int
  /// The line of the next byte, from 1.
  private(set) var line = 1

  /// A scanner at the start of a table, whose bytes these are.
  init(_ table: TextTable, _ bytes: UnsafeBufferPointer<UInt8>, _ separator: Separator) {
    self.bytes = bytes
    self.path = table.path
    self.separator = separator
    position = table.start
  }

  /// Moves to the first cell of the next row that is not blank; false at the end of the table.
  mutating func nextRow() -> Bool {
    while position < bytes.count {
      // A line of separators is a row, unless the separator is itself a blank.
      let content = afterBlanks(position)
      guard Byte.isLineEnd(bytes[content]) else {
        skipPadding(&position)
        return true
      }
      position = content
      endLine()
    }
    return false
  }

  /// The number that the cell at the cursor is, if it is a plain one; the cursor then stands
  /// behind the cell, before its separator or line end. Nil, and no move, otherwise.
  @inline(__always)
  mutating func number() -> Double? {
    var ahead = position
    skipPadding(&ahead)
    guard let value = DecimalNumber.parse(bytes, at: &ahead) else { return nil }
    if separator != .blanks { skipPadding(&ahead) }
    guard isSeparator(bytes[ahead]) || Byte.isLineEnd(bytes[ahead]) else { return nil }
    // One too large for a float is for the caller to read as text, and to complain about.
    guard Float(value).isFinite else { return nil }
    position = ahead
    return value
  }

  /// The text of the cell at the cursor, which then stands behind the cell.
  /// - Throws: `DataError` (E0611) for a quote that is never closed.
  mutating func text() throws(DataError) -> String {
    skipPadding(&position)
    if bytes[position] == Byte.quote { return try quoted() }
    let first = position
    while !isSeparator(bytes[position]), !Byte.isLineEnd(bytes[position]) { position += 1 }
    var last = position
    while last > first, Byte.isBlank(bytes[last - 1]) { last -= 1 }
    return String(decoding: bytes[first..<last], as: UTF8.self)
  }

  /// Moves from behind a cell to the next cell of the row; false where the row ends, and then
  /// moves to the next line.
  @inline(__always)
  mutating func nextCell() -> Bool {
    if separator == .blanks {
      while Byte.isBlank(bytes[position]) { position += 1 }
      if !Byte.isLineEnd(bytes[position]) { return true }
    } else if !Byte.isLineEnd(bytes[position]) {
      position += 1
      return true
    }
    endLine()
    return false
  }

  /// All cells of the row at the cursor, which then stands on the next line.
  mutating func row() throws(DataError) -> [String] {
    var cells: [String] = []
    repeat { cells.append(try text()) } while nextCell()
    return cells
  }

  @inline(__always)
  private func isSeparator(_ byte: UInt8) -> Bool {
    switch separator {
    case .byte(let own): byte == own
    case .blanks: Byte.isBlank(byte)
    }
  }

  /// Moves over blanks that separate nothing.
  @inline(__always)
  private func skipPadding(_ position: inout Int) {
    while Byte.isBlank(bytes[position]), separator != .byte(bytes[position]) { position += 1 }
  }

  private func afterBlanks(_ start: Int) -> Int {
    var ahead = start
    while Byte.isBlank(bytes[ahead]) { ahead += 1 }
    return ahead
  }

  /// Steps over a line end: LF, CR LF or CR.
  @inline(__always)
  private mutating func endLine() {
    if bytes[position] == Byte.carriageReturn, position + 1 < bytes.count,
      bytes[position + 1] == Byte.newline
    {
      position += 1
    }
    position += 1
    line += 1
  }

  /// The text of a cell in quotes, and whatever but blanks follows the closing quote up to the
  /// separator.
  private mutating func quoted() throws(DataError) -> String {
    let startLine = line
    var content: [UInt8] = []
    position += 1
    while true {
      // The last byte is a line end that was perhaps added: it closes nothing.
      guard position < bytes.count - 1 || bytes[position] == Byte.quote else {
        throw DataError(
          DatasetErrorCodes.openQuote, "a quote opens on line \(startLine) and is never closed",
          hint: "close it, or write it twice where it belongs to a quoted text",
          at: .file(path: path, line: startLine, column: nil))
      }
      let byte = bytes[position]
      if byte == Byte.quote {
        position += 1
        guard position < bytes.count, bytes[position] == Byte.quote else { break }
      } else if byte == Byte.newline
        || (byte == Byte.carriageReturn && bytes[position + 1] != Byte.newline)
      {
        line += 1
      }
      content.append(byte)
      position += 1
    }
    while !isSeparator(bytes[position]), !Byte.isLineEnd(bytes[position]) {
      if !Byte.isBlank(bytes[position]) { content.append(bytes[position]) }
      position += 1
    }
    return String(decoding: content, as: UTF8.self)
  }
}
