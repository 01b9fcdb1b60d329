/// Reads decimal numbers from bytes.
///
/// The result is the double nearest to the text, as every correctly rounding reader gives it.
/// Up to 19 digits that fit 2⁵³ with an exponent within ±22 take one exact multiplication or
/// division (Clinger, "How to read floating point numbers accurately", PLDI 1990); what is left
/// goes to the standard library.
enum DecimalNumber {
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The number that starts at `position`, which moves past it; nil, and no move, where none does.
  /// A sign, digits with at most one point, an exponent; no hexadecimals, no words. May be
  /// infinite. O(length).
  /// - Precondition: a byte that belongs to no number, such as a line end, follows.
  @inline(__always)
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>, at position: inout Int) -> Double? {
    let start = position
    var next = start
    let negative = bytes[next] == Byte.minus
    if negative || bytes[next] == Byte.plus { next += 1 }

    var mantissa: UInt64 = 0
    var exponent = 0
    var digits = 0
    let whole = next
    while true {
      let digit = bytes[next] &- Byte.zero
      guard digit < 10 else { break }
      if digits < 19 { mantissa = mantissa &* 10 &+ UInt64(digit) }
      if mantissa != 0 { digits += 1 }
      next += 1
    }
    var seen = next - whole
    if bytes[next] == Byte.point {
      let fraction = next + 1
      next = fraction
      while true {
        let digit = bytes[next] &- Byte.zero
        guard digit < 10 else { break }
        if digits < 19 { mantissa = mantissa &* 10 &+ UInt64(digit) }
        if mantissa != 0 { digits += 1 }
        next += 1
      }
      exponent = fraction - next
      seen += next - fraction
    }
    guard seen > 0 else { return nil }
    exponent += readExponent(bytes, &next)
    position = next

    guard digits <= 19, mantissa <= 1 << 53, (-22...22).contains(exponent) else {
      // Bytes of digits, signs, points and an `e` alone: always a number to the library.
      return Double(String(decoding: bytes[start..<next], as: UTF8.self))
    }
    let size = Double(mantissa)
    let value = exponent < 0 ? size / powers[-exponent] : size * powers[exponent]
    return negative ? -value : value
  }

  /// The number that a whole text is, blanks around it aside.
  static func parse(whole text: String) -> Double? {
    let bytes = Array(text.utf8) + [Byte.newline]
    return bytes.withUnsafeBufferPointer { bytes in
      var position = 0
      while Byte.isBlank(bytes[position]) { position += 1 }
      guard let value = parse(bytes, at: &position) else { return nil }
      while Byte.isBlank(bytes[position]) { position += 1 }
      return position == bytes.count - 1 ? value : nil
    }
  }

  /// The exponent at `next`, which moves past it; 0 where none stands there.
  private static func readExponent(_ bytes: UnsafeBufferPointer<UInt8>, _ next: inout Int) -> Int {
    guard bytes[next] | 0x20 == 0x65 else { return 0 }
    var ahead = next + 1
    let negative = bytes[ahead] == Byte.minus
    if negative || bytes[ahead] == Byte.plus { ahead += 1 }
    let first = ahead
    var size = 0
    while true {
      let digit = bytes[ahead] &- Byte.zero
      guard digit < 10 else { break }
      size = min(size * 10 + Int(digit), 100_000)
      ahead += 1
    }
    guard ahead > first else { return 0 }
    next = ahead
    return negative ? -size : size
  }
}
