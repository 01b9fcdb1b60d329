#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A number in double precision, and how far from it a float32 computation may end: the standard
/// model of rounding, carried through every operation (Higham, "Accuracy and Stability of
/// Numerical Algorithms", 2002, chapter 3).
struct Bounded: Equatable {
  let value: Double
  let error: Double

  /// float32's unit roundoff.
  static let unit = 0x1p-24
  /// What a subnormal taken for zero, or flushed to it, may cost.
  static let tiny = 0x1p-126

  init(_ value: Double, error: Double) {
    self.value = value
    self.error = error
  }

  /// A number that float32 holds exactly.
  init(_ exact: Float) { self.init(Double(exact), error: 0) }

  /// What nothing may have written to.
  static let untouched = Bounded(.nan, error: 0)

  /// γ_n = n·u / (1 − n·u): n roundings in a row.
  static func gamma(_ count: Int) -> Double {
    Double(count) * unit / (1 - Double(count) * unit)
  }

  /// A sum of `count` products (of exact numbers) in whatever order, fused or not, from the sum
  /// and the sum of the magnitudes in double precision: off by γ_n·Σ|terms| at most.
  /// `largest` bounds the factors, for the sake of subnormal ones.
  static func sum(_ value: Double, magnitudes: Double, count: Int, largest: Double) -> Bounded {
    guard magnitudes > 0 else { return Bounded(0, error: 0) }
    let flushed = Double(count) * tiny * (1 + largest)
    return Bounded(value, error: gamma(count + 1) * magnitudes + flushed)
  }

  /// The sum of numbers that are bounded themselves, in whatever order.
  static func total(_ numbers: [Bounded]) -> Bounded {
    let magnitudes = numbers.reduce(0) { $0 + $1.value.magnitude + $1.error }
    guard magnitudes > 0 else { return Bounded(0) }
    let errors = numbers.reduce(0) { $0 + $1.error }
    return Bounded(
      numbers.reduce(0) { $0 + $1.value },
      error: errors + gamma(numbers.count) * magnitudes + Double(numbers.count) * tiny)
  }

  /// A result that the rounding of float32 (`ulps` halves of a unit in the last place) adds to.
  private static func rounded(_ value: Double, _ error: Double, ulps: Double = 1) -> Bounded {
    if value == 0 && error == 0 { return Bounded(0, error: 0) }
    return Bounded(value, error: error + ulps * unit * (value.magnitude + error) + tiny)
  }

  static func + (a: Bounded, b: Bounded) -> Bounded {
    rounded(a.value + b.value, a.error + b.error)
  }
  static func - (a: Bounded, b: Bounded) -> Bounded {
    rounded(a.value - b.value, a.error + b.error)
  }

  static func * (a: Bounded, b: Bounded) -> Bounded {
    let spread = a.value.magnitude * b.error + b.value.magnitude * a.error + a.error * b.error
    if a == Bounded(0) || b == Bounded(0) { return Bounded(0, error: 0) }
    return rounded(a.value * b.value, spread + tiny * (a.value.magnitude + b.value.magnitude))
  }

  static func / (a: Bounded, b: Bounded) -> Bounded {
    let smallest = b.value.magnitude - b.error
    let quotient = a.value / b.value
    return rounded(quotient, (a.error + quotient.magnitude * b.error) / smallest)
  }

  /// exp, which kernels compute to about a unit in the last place and hold within e⁻⁸⁷ … e⁸⁸.
  static func exp(_ a: Bounded) -> Bounded {
    func held(_ x: Double) -> Double { Glibc.exp(min(max(x, -87.5), 88)) }
    let (value, lower, upper) = (held(a.value), held(a.value - a.error), held(a.value + a.error))
    return rounded(value, max(upper - value, value - lower) + 0x1p-125, ulps: 4)
  }
}
