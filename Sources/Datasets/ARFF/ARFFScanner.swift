internal import Catalogue

/// Walks through the lines and values of an ARFF file.
///
/// Values stand between commas or blanks; one in single or double quotes may contain both, with a
/// backslash before what would end it. `%` starts a comment where a value could start.
struct ARFFScanner {
  /// A value, and whether it was quoted: `?` in quotes is a text.
  struct Word {
    let text: String
    let isQuoted: Bool
  }

  private static let apostrophe = UInt8(ascii: "'")
  private static let backslash = UInt8(ascii: "\\")
  private static let percent = UInt8(ascii: "%")
  private static let braces = [UInt8(ascii: "{"), UInt8(ascii: "}")]

  private let bytes: UnsafeBufferPointer<UInt8>
  private let path: String
  /// The position of the next byte.
  private(set) var position: Int
  /// The line of the next byte, from 1.
  private(set) var line = 1

  /// A scanner at the start of a text, whose bytes these are.
  init(_ table: TextTable, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    path = table.path
    position = table.start
  }

  /// Moves to the first value of the next line that has any; false at the end of the file.
  mutating func nextContent() -> Bool {
    while position < bytes.count {
      skipBlanks()
      if !atLineEnd { return true }
      nextLine()
    }
    return false
  }

  /// Moves to the start of the next line.
  mutating func nextLine() {
    while !Byte.isLineEnd(bytes[position]) { position += 1 }
    if bytes[position] == Byte.carriageReturn, position + 1 < bytes.count,
      bytes[position + 1] == Byte.newline
    {
      position += 1
    }
    position += 1
    line += 1
  }

  /// Moves over blanks within the line.
  mutating func skipBlanks() { while Byte.isBlank(bytes[position]) { position += 1 } }

  /// Whether nothing but a comment is left of the line.
  var atLineEnd: Bool { Byte.isLineEnd(bytes[position]) || bytes[position] == Self.percent }

  /// Steps over a character if it is the next; blanks before it do not count.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// The plain number at the cursor, which moves behind it; nil, and no move, where there is none.
  @inline(__always)
  mutating func number() -> Double? {
    var ahead = position
    guard let value = DecimalNumber.parse(bytes, at: &ahead), endsWord(bytes[ahead]) else {
      return nil
    }
    position = ahead
    return value
  }

  /// The value at the cursor, which moves behind it; empty where none stands there.
  /// - Throws: `DataError` (E0611) for a quote that the line does not close.
  mutating func word() throws(DataError) -> Word {
    let first = bytes[position]
    if first == Self.apostrophe || first == Byte.quote { return try quoted(first) }
    let start = position
    while !endsWord(bytes[position]) { position += 1 }
    return Word(text: String(decoding: bytes[start..<position], as: UTF8.self), isQuoted: false)
  }

  /// What is left of the line.
  func rest() -> String {
    var end = position
    while !Byte.isLineEnd(bytes[end]) { end += 1 }
    return String(decoding: bytes[position..<end], as: UTF8.self)
  }

  private func endsWord(_ byte: UInt8) -> Bool {
    Byte.isBlank(byte) || Byte.isLineEnd(byte) || byte == Byte.comma || Self.braces.contains(byte)
  }

  private mutating func quoted(_ quote: UInt8) throws(DataError) -> Word {
    var content: [UInt8] = []
    var next = position + 1
    while bytes[next] != quote {
      // A backslash keeps what follows from meaning anything, but for letters that stand for blanks.
      if bytes[next] == Self.backslash, !Byte.isLineEnd(bytes[next + 1]) {
        next += 1
        switch bytes[next] {
        case UInt8(ascii: "t"): content.append(Byte.tab)
        case UInt8(ascii: "n"): content.append(Byte.newline)
        case UInt8(ascii: "r"): content.append(Byte.carriageReturn)
        default: content.append(bytes[next])
        }
      } else if Byte.isLineEnd(bytes[next]) {
        throw DataError(
          DatasetErrorCodes.openQuote, "a quote opens on line \(line) and is never closed",
          hint: "close it, or write a backslash before one that belongs to a text",
          at: .file(path: path, line: line, column: nil))
      } else {
        content.append(bytes[next])
      }
      next += 1
    }
    position = next + 1
    return Word(text: String(decoding: content, as: UTF8.self), isQuoted: true)
  }
}
