/// Student's paired t test of whether two things measured on the same occasions, such as two policies
/// under the same seeds, have the same mean (Student 1908).
public struct PairedTest: Sendable, Equatable {
  /// How many pairs there are.
  public let pairs: Int
  /// The mean of the differences, first less second.
  public let difference: Double
  /// t = d̄·√n/s, of n − 1 degrees of freedom.
  public let statistic: Double
  /// The probability, were the means equal, of a |t| at least as large; two-sided.
  public let p: Double

  /// The test of pairs of values, `first[i]` with `second[i]`. O(n).
  ///
  /// Where all differences are zero, t is 0 and p is 1. Nil where nothing can be said: below two pairs,
  /// where a value is not finite, and where all differences are one number other than zero, since
  /// t would be infinite however few there are.
  /// - Precondition: as many first values as second.
  public init?(_ first: [Double], _ second: [Double]) {
    precondition(first.count == second.count, "a value each a pair")
    let differences = zip(first, second).map { $0 - $1 }
    guard differences.count > 1, differences.allSatisfy(\.isFinite) else { return nil }
    pairs = differences.count
    if differences.allSatisfy({ $0 == 0 }) {
      (difference, statistic, p) = (0, 0, 1)
      return
    }
    let mean = Statistics.mean(differences)
    let sd = Statistics.sd(differences)
    // What rounding leaves of equal differences is no spread.
    guard sd > 1e-12 * abs(mean), sd.isFinite, mean.isFinite else { return nil }
    difference = mean
    statistic = mean * Double(pairs).squareRoot() / sd
    p = 2 * StudentT(degrees: Double(pairs - 1)).cumulative(-abs(statistic))
  }
}
