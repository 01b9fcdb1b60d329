#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Powers of ten, and the roots that bins need: all that drawing takes from the C library.
enum PowerOfTen {
  /// 10 to a whole power; below one as a quotient, which is the number nearest to it.
  static func value(_ exponent: Int) -> Double {
    exponent < 0 ? 1 / pow(10, Double(-exponent)) : pow(10, Double(exponent))
  }

  /// The decimal logarithm of a positive number.
  static func logarithm(_ value: Double) -> Double { log10(value) }

  /// The power of the largest power of ten that is not above a positive number, up to rounding.
  static func exponent(of value: Double) -> Int { Int(log10(value).rounded(.down)) }

  /// The cube root.
  static func cubeRoot(_ value: Double) -> Double { cbrt(value) }
}
