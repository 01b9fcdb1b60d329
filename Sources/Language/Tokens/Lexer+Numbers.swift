internal import Catalogue

extension Lexer {
  /// A number with what stands against it: `1000`, `60k`, `1e-3`, `30%`, `90s`.
  mutating func number() {
    let start = offset
    digits()
    if peek() == Byte.dot, Byte.isDigit(peek(1)) {
      offset += 1
      digits()
    }
    exponent()
    let end = offset
    let suffix = suffix()
    guard let base = Double(source.text(start..<end)) else { return malformed(from: start) }
    guard let (kind, factor) = Self.meaning(of: suffix) else { return malformed(from: start) }
    var value = base * factor
    // Dividing rounds once, so that 30% is the double nearest to 0.3.
    if kind == .percent { value = base / 100 }
    guard value.isFinite else {
      report(
        LanguageErrors.numberTooLarge, "`\(source.text(start..<offset))` is too large a number",
        start..<offset)
      return add(.invalid, from: start)
    }
    add(kind, from: start, value: .number(value))
  }

  private mutating func digits() {
    while Byte.isDigit(peek()) { offset += 1 }
  }

  private mutating func exponent() {
    guard peek() | 0x20 == UInt8(ascii: "e") else { return }
    let signed = peek(1) == UInt8(ascii: "-") || peek(1) == UInt8(ascii: "+")
    guard Byte.isDigit(peek(signed ? 2 : 1)) else { return }
    offset += signed ? 2 : 1
    digits()
  }

  /// What stands against the digits. A `%` is a percent sign unless an operand stands against it in turn,
  /// as in `7%3`.
  private mutating func suffix() -> String {
    let start = offset
    if peek() == Byte.percent {
      let operand =
        Byte.isDigit(peek(1)) || peek(1) == UInt8(ascii: "(")
        || scalar(at: offset + 1).map { Self.beginsName($0.value) } == true
      if !operand { offset += 1 }
    } else {
      while let scalar = scalar(at: offset), Self.continuesName(scalar.value) {
        offset += scalar.length
      }
    }
    return source.text(start..<offset)
  }

  private static func meaning(of suffix: String) -> (TokenKind, Double)? {
    switch suffix {
    case "": (.number, 1)
    case "k": (.number, 1e3)
    case "M": (.number, 1e6)
    case "%": (.percent, 1)
    case "s": (.duration, 1)
    case "min": (.duration, 60)
    case "h": (.duration, 3600)
    default: nil
    }
  }

  private mutating func malformed(from start: Int) {
    let text = source.text(start..<offset)
    report(
      LanguageErrors.malformedNumber, "`\(text)` is not a number", start..<offset,
      hint: Self.hint(forNumber: text))
    add(.invalid, from: start)
  }

  private static func hint(forNumber text: String) -> String {
    if text.contains("_") { return "write it without `_`, or with `k` or `M`: 60k, 1.5M" }
    if text.hasSuffix("m") { return "a million is `M`, a minute `min`" }
    if text.hasSuffix("K") { return "a thousand is `k`" }
    return "numbers look like 1000, 60k, 1.5M, 1e-3, 30% or 90s; a name begins with a letter"
  }
}
