internal import Catalogue

/// Numbers at a chosen precision, for reading.
enum Digits {
  /// A number with `count` significant digits and no trailing zeros; whole numbers below 10¹⁵ in
  /// full with commas, very small and very large ones with an exponent: `0.3125`, `1,234,567`, `2.5e-07`.
  static func significant(_ value: Double, _ count: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "–" : value < 0 ? "−∞" : "∞" }
    if value == value.rounded(), abs(value) < 1e15 { return NumberText.count(Int(value)) }
    let magnitude = PowerOfTen.exponent(of: abs(value))
    guard (-5..<15).contains(magnitude) else { return exponential(value, magnitude, count) }
    let decimals = min(max(count - 1 - magnitude, 0), 15)
    guard decimals > 0 else { return NumberText.count(Int(value.rounded())) }
    return trimmed(NumberText.fixed(value, decimals))
  }

  /// `fixed` without the zeros that end a fraction: `0.50` becomes `0.5`, `3.0` becomes `3`.
  static func trimmed(_ fixed: String) -> String {
    guard fixed.contains("."), !fixed.contains("e") else { return fixed }
    var text = Substring(fixed)
    while text.hasSuffix("0") { text = text.dropLast() }
    return String(text.hasSuffix(".") ? text.dropLast() : text)
  }

  private static func exponential(_ value: Double, _ magnitude: Int, _ count: Int) -> String {
    var magnitude = magnitude
    // 10^magnitude itself may underflow where the value is subnormal: scale in two steps.
    var mantissa =
      value / PowerOfTen.value(magnitude / 2) / PowerOfTen.value(magnitude - magnitude / 2)
    var text = trimmed(NumberText.fixed(mantissa, max(count - 1, 0)))
    if text == "10" || text == "-10" {
      magnitude += 1
      mantissa /= 10
      text = trimmed(NumberText.fixed(mantissa, max(count - 1, 0)))
    }
    let digits = String(magnitude.magnitude)
    return text + (magnitude < 0 ? "e-" : "e+") + (digits.count < 2 ? "0" : "") + digits
  }
}
