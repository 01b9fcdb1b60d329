#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The Hurwitz zeta function ζ(s, q) = Σ (q + k)^−s over k ≥ 0, times q^s: the first term is then 1,
/// so that no s and no q over- or underflow.
///
/// A few terms are added up one by one, the others by Euler and Maclaurin's formula. About 14
/// digits; O(40) terms at most where s is below q.
struct HurwitzZeta: Equatable {
  /// q^s · ζ(s, q).
  let scaled: Double
  /// The derivative of `scaled` by s.
  let derivative: Double

  /// B₂ⱼ/(2j)! for j = 1, 2, …; the sixth is −691/1,307,674,368,000, the last −3,617/10,670,622,842,880,000.
  private static let bernoulli: [Double] = [
    1.0 / 12, -1.0 / 720, 1.0 / 30_240, -1.0 / 1_209_600, 1.0 / 47_900_160,
    -5.284_190_138_687_493e-10, 1.0 / 74_724_249_600, -3.389_680_296_322_583e-13,
  ]

  /// The values at `s` and `q`.
  /// - Precondition: s > 1, q ≥ 1, both finite.
  init(_ s: Double, _ q: Double) {
    precondition(s > 1 && q >= 1 && s.isFinite && q.isFinite)
    var (sum, slope) = (0.0, 0.0)
    var place = q
    // The formula needs to begin well above s.
    while place < s + 20 {
      let logarithm = log(q / place)
      let term = exp(s * logarithm)
      sum += term
      slope += logarithm * term
      place += 1
      if term < 1e-19 { break }
    }
    let rest = Self.rest(s, from: place)
    let logarithm = log(q / place)
    let factor = exp(s * logarithm)
    scaled = sum + factor * rest.value
    derivative = slope + factor * (logarithm * rest.value + rest.derivative)
  }

  /// Σ (a/(a + k))^s over k ≥ 0, and its derivative by s.
  private static func rest(_ s: Double, from a: Double) -> (value: Double, derivative: Double) {
    var value = a / (s - 1) + 0.5
    var derivative = -a / ((s - 1) * (s - 1))
    // s(s+1)…(s+2j−2)/a^(2j−1), and the derivative of its logarithm.
    var product = s / a
    var slope = 1 / s
    for (j, coefficient) in bernoulli.enumerated() {
      let term = coefficient * product
      value += term
      derivative += term * slope
      let next = s + Double(2 * j + 1)
      product *= next / a * ((next + 1) / a)
      slope += 1 / next + 1 / (next + 1)
    }
    return (value, derivative)
  }
}
