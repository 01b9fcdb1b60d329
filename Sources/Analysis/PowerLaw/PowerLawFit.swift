/// The power law that fits the upper end of a list of degrees best (Clauset, Shalizi & Newman 2009,
/// section 3): for each x_min that occurs, α by maximum likelihood; of them the x_min whose law lies
/// nearest to the values from x_min on, by the distance of Kolmogorov and Smirnov.
public struct PowerLawFit: Sendable, Equatable {
  /// The law.
  public let law: PowerLaw
  /// The distance of Kolmogorov and Smirnov, max |S(x) − P(x)| over all whole x from x_min, where S is
  /// the share of the fitted values up to x.
  public let distance: Double
  /// The logarithm of the likelihood of the fitted values.
  public let logLikelihood: Double
  /// How many values are fitted: those from x_min on.
  public let fitted: Int
  /// The values from 1 on, ascending. Those below 1, which no power law has, are left out.
  public let values: [Int]

  /// The best fit; O(d · (d + log r)) for d different values, r their range, after sorting.
  /// - Parameter degrees: in any order.
  /// - Throws: `AnalysisError.noPowerLaw` where fewer than two different values are above 0.
  public init(_ degrees: [Int]) throws(AnalysisError) {
    let values = degrees.filter { $0 >= 1 }.sorted()
    let counts = ValueCounts(values)
    guard let best = counts.nearestLaw() else { throw .noPowerLaw }
    self.values = values
    law = best.law
    distance = best.distance
    fitted = values.count - counts.before[best.place]
    logLikelihood = counts.logLikelihood(best.law, from: best.place)
  }

  /// The law of a given x_min that fits best.
  /// - Throws: `AnalysisError.noPowerLaw` where fewer than two different values are at least
  ///   `minimum`.
  public init(_ degrees: [Int], minimum: Int) throws(AnalysisError) {
    let values = degrees.filter { $0 >= 1 }.sorted()
    let upper = ValueCounts(values.filter { $0 >= minimum })
    guard minimum >= 1, upper.values.count > 1 else { throw .noPowerLaw }
    self.values = values
    law = upper.law(minimum: minimum, from: 0)
    distance = upper.distance(law, from: 0)
    fitted = upper.total
    logLikelihood = upper.logLikelihood(law, from: 0)
  }
}
