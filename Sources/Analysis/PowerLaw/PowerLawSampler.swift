internal import Sparse

/// Draws from a power law by inverting P(X ≥ x) (Clauset, Shalizi & Newman 2009, appendix D).
struct PowerLawSampler {
  private let law: PowerLaw
  /// P(X ≥ x) for the first values from x_min on.
  private let tails: [Double]

  /// The highest value drawn: a draw beyond it, where all doubles are whole, is taken for it.
  private static let highest = 1 << 52

  /// Draws from `law`.
  init(_ law: PowerLaw) {
    self.law = law
    var tails = [1.0]
    while tails.count < 1024 { tails.append(law.tail(from: law.minimum + tails.count)) }
    self.tails = tails
  }

  /// One value: the greatest x with P(X ≥ x) ≥ u. O(log x).
  func draw(from stream: inout RandomStream) -> Int {
    let u = stream.openUniform()
    if let last = tails.last, last < u {
      return law.minimum + tails.indices.firstPlace { tails[$0] < u } - 1
    }
    var low = law.minimum + tails.count - 1
    var high = 2 * low
    while high < Self.highest, law.tail(from: high) >= u { (low, high) = (high, 2 * high) }
    let places = low + 1..<max(min(high, Self.highest), low + 1)
    return places.firstPlace { law.tail(from: $0) < u } - 1
  }
}
