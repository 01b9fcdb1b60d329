/// Figures that sum up a list of numbers.
public enum Statistics {
  /// The arithmetic mean; not a number for an empty list. O(n).
  public static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
  }

  /// The sample standard deviation, √(Σ(x−x̄)²/(n−1)); not a number below two values. O(n).
  public static func sd(_ values: [Double]) -> Double {
    guard values.count > 1 else { return .nan }
    let mean = mean(values)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1)).squareRoot()
  }

  /// The middle value, or the mean of the two in the middle; not a number for an empty list or one
  /// that holds such. O(n log n).
  public static func median(_ values: [Double]) -> Double {
    guard !values.isEmpty, !values.contains(where: \.isNaN) else { return .nan }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    // Halved before they are added, so that two large values do not overflow.
    return sorted.count % 2 == 1
      ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2
  }

  /// The smallest value; not a number for an empty list. O(n).
  public static func min(_ values: [Double]) -> Double { values.min() ?? .nan }

  /// The largest value; not a number for an empty list. O(n).
  public static func max(_ values: [Double]) -> Double { values.max() ?? .nan }

  /// The interval that holds the true mean with 95 % confidence, if the values are independent and
  /// near normal: x̄ ± t·s/√n with Student's t of n−1 degrees of freedom (Student 1908). Nil below
  /// two values, and where one is not finite. O(n).
  public static func interval95(_ values: [Double]) -> ClosedRange<Double>? {
    guard values.count > 1, values.allSatisfy(\.isFinite) else { return nil }
    let t = StudentT(degrees: Double(values.count - 1)).quantile(0.975)
    let half = t * sd(values) / Double(values.count).squareRoot()
    let mean = mean(values)
    guard half.isFinite, mean.isFinite else { return nil }
    return mean - half...mean + half
  }
}
