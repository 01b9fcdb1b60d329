/// Student's t distribution.
public struct StudentT: Sendable, Equatable {
  /// The degrees of freedom, above zero.
  public let degrees: Double

  /// The distribution with that many degrees of freedom.
  /// - Precondition: `degrees` > 0.
  public init(degrees: Double) {
    precondition(degrees > 0)
    self.degrees = degrees
  }

  /// The probability of a value of at most `t`, by the incomplete beta function:
  /// P(T ≤ t) = 1 − I(ν/(ν+t²); ν/2, 1/2)/2 for t ≥ 0. About 14 digits.
  public func cumulative(_ t: Double) -> Double {
    guard !t.isNaN else { return .nan }
    let tail = 0.5 * IncompleteBeta(a: degrees / 2, b: 0.5).value(degrees / (degrees + t * t))
    return t < 0 ? tail : 1 - tail
  }

  /// The value below which a share `probability` lies, by bisection. About 12 digits.
  /// - Precondition: `probability` lies within 0 and 1, the ends excluded.
  public func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1)
    if probability < 0.5 { return -quantile(1 - probability) }
    var (low, high) = (0.0, 1.0)
    while cumulative(high) < probability, high < 1e150 { (low, high) = (high, high * 2) }
    for _ in 0..<200 {
      let middle = low + (high - low) / 2
      if middle == low || middle == high { break }
      if cumulative(middle) < probability { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }
}
