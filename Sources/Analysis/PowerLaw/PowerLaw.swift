#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The discrete power law P(X = x) = x^−α / ζ(α, x_min) on the whole numbers from x_min.
public struct PowerLaw: Sendable, Equatable {
  /// The exponent α, above 1.
  public let exponent: Double
  /// The smallest value x_min, from 1.
  public let minimum: Int
  /// x_min^α · ζ(α, x_min).
  private let norm: Double

  /// A power law.
  /// - Precondition: `exponent` > 1 and finite; `minimum` ≥ 1.
  public init(exponent: Double, minimum: Int) {
    precondition(minimum >= 1)
    self.exponent = exponent
    self.minimum = minimum
    norm = HurwitzZeta(exponent, Double(minimum)).scaled
  }

  /// P(X = x) for an x from `minimum`. O(1).
  public func probability(_ x: Int) -> Double { power(x) / norm }

  /// P(X ≥ x) = ζ(α, x)/ζ(α, x_min) for an x from `minimum`. O(1).
  public func tail(from x: Int) -> Double {
    power(x) * HurwitzZeta(exponent, Double(x)).scaled / norm
  }

  /// (x_min/x)^α.
  private func power(_ x: Int) -> Double { pow(Double(minimum) / Double(x), exponent) }

  /// The law of a given x_min under which the values are most likely (Clauset, Shalizi & Newman
  /// 2009, Eq. 3.5): the α at which −ζ′/ζ(α, x_min) is the mean of their logarithms.
  ///
  /// Exact, not the approximation of Eq. 3.7.
  /// - Parameters:
  ///   - minimum: x_min, from 1.
  ///   - meanLogarithm: the mean of ln(x/x_min), above 0.
  init(minimum: Int, meanLogarithm: Double) {
    let q = Double(minimum)
    // By the logarithm of α − 1, the logarithm of −ζ′/ζ is nearly a straight line.
    func excess(_ t: Double) -> Double {
      let zeta = HurwitzZeta(1 + exp(t), q)
      return log(-zeta.derivative / zeta.scaled) - log(meanLogarithm)
    }
    let guess = -log(meanLogarithm + log(q / (q - 0.5)))
    self.init(exponent: 1 + exp(Root.falling(excess, near: guess)), minimum: minimum)
  }
}
