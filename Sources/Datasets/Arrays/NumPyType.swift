/// An element type of NumPy: `<f4` is a float of 4 bytes, the lowest first.
struct NumPyType {
  private enum Sort { case logic, signed, unsigned, float, byteText, text }

  private let sort: Sort
  private let isBigEndian: Bool
  /// Bytes of an element, at least 1.
  let size: Int

  /// The type of that name; nil for one that is neither numbers nor texts.
  init?(_ name: String) {
    let bytes = Array(name.utf8)
    guard bytes.count >= 3, let order = bytes.first, Array("<>|=".utf8).contains(order),
      let number = Int(String(decoding: bytes[2...], as: UTF8.self)), (1...1 << 28).contains(number)
    else { return nil }
    isBigEndian = order == UInt8(ascii: ">")
    switch (bytes[1], number) {
    case (UInt8(ascii: "b"), 1): sort = .logic
    case (UInt8(ascii: "i"), 1), (UInt8(ascii: "i"), 2), (UInt8(ascii: "i"), 4),
      (UInt8(ascii: "i"), 8):
      sort = .signed
    case (UInt8(ascii: "u"), 1), (UInt8(ascii: "u"), 2), (UInt8(ascii: "u"), 4),
      (UInt8(ascii: "u"), 8):
      sort = .unsigned
    case (UInt8(ascii: "f"), 2), (UInt8(ascii: "f"), 4), (UInt8(ascii: "f"), 8): sort = .float
    case (UInt8(ascii: "S"), _): sort = .byteText
    case (UInt8(ascii: "U"), _): sort = .text
    default: return nil
    }
    size = bytes[1] == UInt8(ascii: "U") ? 4 * number : number
  }

  /// The elements in these bytes.
  /// - Precondition: `bytes.count` = `count` · `size`.
  func elements(_ bytes: ArraySlice<UInt8>, count: Int) -> SampleArray.Elements {
    precondition(bytes.count == count * size)
    switch (sort, size) {
    case (.logic, _): return .bytes(bytes.map { $0 == 0 ? 0 : 1 })
    case (.unsigned, 1): return .bytes(Array(bytes))
    case (.unsigned, 2): return .integers(words(bytes, UInt16.self).map { Int64($0) })
    case (.unsigned, 4): return .integers(words(bytes, UInt32.self).map { Int64($0) })
    case (.unsigned, _):
      // Beyond Int64 there is no exact form but a text; such numbers are no features of anything.
      return .doubles(words(bytes, UInt64.self).map { Double($0) })
    case (.signed, 1): return .integers(bytes.map { Int64(Int8(bitPattern: $0)) })
    case (.signed, 2): return .integers(words(bytes, Int16.self).map { Int64($0) })
    case (.signed, 4): return .integers(words(bytes, Int32.self).map { Int64($0) })
    case (.signed, _): return .integers(words(bytes, Int64.self))
    case (.float, 2): return .floats(words(bytes, UInt16.self).map(Self.half))
    case (.float, 4): return .floats(words(bytes, UInt32.self).map { Float(bitPattern: $0) })
    case (.float, _): return .doubles(words(bytes, UInt64.self).map { Double(bitPattern: $0) })
    case (.byteText, _):
      return .texts(pieces(bytes, count) { String(decoding: Self.withoutZeros($0), as: UTF8.self) })
    case (.text, _):
      return .texts(
        pieces(bytes, count) { piece in
          var text = ""
          for word in Self.withoutZeros(words(piece, UInt32.self)[...]) {
            text.unicodeScalars.append(Unicode.Scalar(word) ?? "\u{FFFD}")
          }
          return text
        })
    }
  }

  private func words<Word: FixedWidthInteger>(
    _ bytes: ArraySlice<UInt8>, _ type: Word.Type
  ) -> [Word] {
    let width = MemoryLayout<Word>.size
    return bytes.withUnsafeBytes { raw in
      (0..<raw.count / width).map {
        let word = raw.loadUnaligned(fromByteOffset: $0 * width, as: Word.self)
        return isBigEndian ? Word(bigEndian: word) : Word(littleEndian: word)
      }
    }
  }

  private func pieces(
    _ bytes: ArraySlice<UInt8>, _ count: Int, _ text: (ArraySlice<UInt8>) -> String
  ) -> [String] {
    (0..<count).map { text(bytes[(bytes.startIndex + $0 * size)...].prefix(size)) }
  }

  /// Without the zeros that fill a text up to its fixed length.
  private static func withoutZeros<Word: FixedWidthInteger>(
    _ words: ArraySlice<Word>
  ) -> ArraySlice<Word> {
    words.prefix((words.lastIndex { $0 != 0 }.map { $0 - words.startIndex + 1 }) ?? 0)
  }

  /// A float of 16 bits (IEEE 754): sign, 5 bits of exponent, 10 of fraction.
  private static func half(_ word: UInt16) -> Float {
    let fraction = Float(word & 0x3FF)
    let size: Float
    switch word >> 10 & 0x1F {
    case 0: size = fraction * 0x1p-24
    case 31: size = fraction == 0 ? .infinity : .nan
    case let exponent:
      size = Float(sign: .plus, exponent: Int(exponent) - 25, significand: 1024 + fraction)
    }
    return word >> 15 == 1 ? -size : size
  }
}
