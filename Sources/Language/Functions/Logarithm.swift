internal import Catalogue

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The natural logarithm.
enum Logarithm: Elementwise {
  static let name = "log"
  static let summary = "the natural logarithm"
  static let domain = Bounds.positive
  static let example = Example("print log(1)", "prints 0")

  static func value(of number: Double) -> Double { log(number) }
}
