internal import Catalogue

extension Lexer {
  /// A text in double quotes; returns whether it is closed.
  mutating func text() -> Bool {
    let start = offset
    var content: [UInt8] = []
    var intact = true
    offset += 1
    while true {
      let byte = peek()
      if offset >= bytes.count || byte == Byte.newline || byte == Byte.carriageReturn {
        report(
          LanguageErrors.unclosedText, "this text has no closing quote", start..<offset,
          hint: #"end it with `"`; a newline inside a text is written \n"#)
        add(.invalid, from: start)
        return offset < bytes.count
      }
      offset += 1
      if byte == Byte.quote { break }
      if byte == Byte.backslash {
        intact = escape(into: &content) && intact
      } else {
        content.append(byte)
      }
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      report(LanguageErrors.notUTF8, "this text is not UTF-8", start..<offset)
      add(.invalid, from: start)
      return true
    }
    if intact { add(.text, from: start, value: .text(text)) } else { add(.invalid, from: start) }
    return true
  }

  /// The escape after a backslash; returns whether it is one.
  private mutating func escape(into content: inout [UInt8]) -> Bool {
    let start = offset - 1
    switch peek() {
    case Byte.quote, Byte.backslash: content.append(peek())
    case UInt8(ascii: "n"): content.append(Byte.newline)
    case UInt8(ascii: "t"): content.append(Byte.tab)
    case UInt8(ascii: "u"):
      if let scalar = unicodeEscape() {
        content.append(contentsOf: String(scalar).utf8)
        return true
      }
      report(
        LanguageErrors.unknownEscape, "`\\u` is not followed by a Unicode number", start..<offset,
        hint: "write the number in hexadecimal in braces: \\u{e9}")
      return false
    case 0 where offset >= bytes.count, Byte.newline, Byte.carriageReturn:
      return true  // the text is not closed, which is reported instead
    default:
      let length = scalar(at: offset)?.length ?? 1
      let shown = source.text(start..<offset + length)
      report(
        LanguageErrors.unknownEscape, "`\(shown)` is not an escape", start..<offset + length,
        hint: #"a backslash itself is written \\"#)
      offset += length
      return false
    }
    offset += 1
    return true
  }

  /// `u{…}` with one to six hexadecimal digits; stops at the first byte that does not fit.
  private mutating func unicodeEscape() -> Unicode.Scalar? {
    offset += 1
    guard peek() == UInt8(ascii: "{") else { return nil }
    offset += 1
    let start = offset
    while offset - start < 6, Byte.isDigit(peek()) || Byte.isLetter(peek()) { offset += 1 }
    guard peek() == UInt8(ascii: "}"), let number = UInt32(source.text(start..<offset), radix: 16)
    else { return nil }
    offset += 1
    return Unicode.Scalar(number)
  }

  /// `'…'`, which other languages write: reported, and read to its end if it has one on the line.
  mutating func singleQuoted() {
    let start = offset
    offset += 1
    while offset < bytes.count, peek() != Byte.newline, peek() != Byte.carriageReturn {
      offset += 1
      if bytes[offset - 1] == Byte.apostrophe { break }
    }
    var content = source.text(start + 1..<offset)
    if content.hasSuffix("'") { content.removeLast() }
    report(
      LanguageErrors.singleQuotes, "texts stand in double quotes", start..<offset,
      hint: "write \"\(content)\"")
    add(.text, from: start, value: .text(content))
  }

  /// A character that begins no token, or bytes that are no character.
  mutating func unknown() {
    let start = offset
    guard let first = scalar(at: offset) else {
      while offset < bytes.count, bytes[offset] >= 0x80, scalar(at: offset) == nil { offset += 1 }
      report(
        LanguageErrors.notUTF8, "these bytes are not UTF-8 text", start..<offset,
        hint: "save the file as UTF-8")
      return add(.invalid, from: start)
    }
    offset += first.length
    let number = String(first.value.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
    let visible = ![.control, .format].contains(first.value.properties.generalCategory)
    let hint = Self.replacement[first.value].map {
      $0.isEmpty ? "leave it out" : "write `\($0)`"
    }
    if first.value.properties.isWhitespace {
      report(
        LanguageErrors.unknownCharacter, "the space \(code) is not an ordinary one", start..<offset,
        hint: "write an ordinary space")
      return add(.space, from: start)
    }
    let shown = visible ? "`\(Character(first.value))` (\(code))" : code
    report(
      LanguageErrors.unknownCharacter, "unknown character \(shown)", start..<offset, hint: hint)
    add(.invalid, from: start)
  }

  /// What people mean by characters that come along when code is pasted.
  private static let replacement: [Unicode.Scalar: String] = [
    "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"", "‘": "\"", "’": "\"", "–": "-",
    "—": "-", "−": "-", "×": "*", "·": "*", "÷": "/", "≤": "<=", "≥": ">=", "≠": "!=", "…": "..",
    "&": "and", "|": "or", "!": "not", "，": ",", "；": ";", "＝": "=", "（": "(", "）": ")",
    ":": "=", "`": "\"", "$": "", "\u{FEFF}": "",
  ]
}
