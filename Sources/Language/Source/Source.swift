/// One text in the language: a script, a prompt input or a notebook cell.
///
/// Every input is a source of its own, so that a diagnostic can point at an earlier one. Offsets count
/// UTF-8 bytes; positions shown to people count Unicode scalars from 1.
package final class Source: Sendable {
  /// What diagnostics call it: a path, or `input 3`.
  package let name: String
  /// The text as UTF-8, possibly malformed; the lexer reports what is not UTF-8.
  package let bytes: [UInt8]
  /// The offset at which each line starts; the first is 0.
  package let lineStarts: [Int]

  /// A source of these bytes. O(bytes).
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    lineStarts = Self.lineStarts(of: bytes)
  }

  /// A source of this text.
  package convenience init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The whole text; malformed bytes become replacement characters.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The text of a range of offsets, which is clamped to the source.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The scalar at an offset and its length in bytes, or nil at the end or where the bytes are not UTF-8.
  func scalar(at offset: Int) -> (value: Unicode.Scalar, length: Int)? {
    guard offset < bytes.count else { return nil }
    let first = bytes[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard offset + length <= bytes.count,
      let text = String(validating: bytes[offset..<offset + length], as: UTF8.self),
      let scalar = text.unicodeScalars.first
    else { return nil }
    return (scalar, length)
  }

  /// The number of lines; a text that ends in a newline has an empty last line.
  package var lineCount: Int { lineStarts.count }

  /// The offsets of a line without its newline; `line` counts from 1.
  package func range(ofLine line: Int) -> Range<Int> {
    precondition((1...lineCount).contains(line))
    let start = lineStarts[line - 1]
    var end = line < lineCount ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == Byte.newline || bytes[end - 1] == Byte.carriageReturn {
      end -= 1
    }
    return start..<end
  }

  /// Line and column of an offset. O(log lines + column).
  package func position(at offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let before = text(lineStarts[low]..<offset)
    return Position(line: low + 1, column: before.unicodeScalars.count + 1)
  }

  /// The byte offset of a Unicode scalar, counted from 0; clamped to the end. O(bytes).
  package func byteOffset(ofScalar scalar: Int) -> Int {
    var remaining = scalar
    var offset = 0
    while remaining > 0, offset < bytes.count {
      offset += 1
      while offset < bytes.count, Byte.isContinuation(bytes[offset]) { offset += 1 }
      remaining -= 1
    }
    return offset
  }

  /// The number of Unicode scalars before a byte offset. O(bytes).
  package func scalarOffset(ofByte offset: Int) -> Int {
    bytes[..<min(max(offset, 0), bytes.count)].reduce(0) {
      Byte.isContinuation($1) ? $0 : $0 + 1
    }
  }

  /// A newline, a carriage return, or both together end a line.
  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() {
      let ends =
        byte == Byte.newline
        || (byte == Byte.carriageReturn
          && (offset + 1 == bytes.count || bytes[offset + 1] != Byte.newline))
      if ends { starts.append(offset + 1) }
    }
    return starts
  }
}
