internal import Catalogue

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The exponential function.
enum Exponential: Elementwise {
  static let name = "exp"
  static let summary = "e to the power of a number"
  static let example = Example("print exp(0)", "prints 1")

  static func value(of number: Double) -> Double { exp(number) }
}
