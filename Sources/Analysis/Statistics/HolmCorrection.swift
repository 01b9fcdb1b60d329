extension Statistics {
  /// The p-values of several tests, raised so that the chance of even one false finding among those
  /// below a level is at most that level (Holm 1979): the i-th smallest of m times m − i + 1, never
  /// less than a smaller one's, at most 1. O(m log m).
  ///
  /// - Parameter values: p-values; what is nil was not tested, stays nil and counts for nothing.
  public static func holm(_ values: [Double?]) -> [Double?] {
    let tested = values.indices.filter { values[$0] != nil }
    let ascending = tested.sorted { (values[$0] ?? 1, $0) < (values[$1] ?? 1, $1) }
    var result = values
    var least = 0.0
    for (rank, index) in ascending.enumerated() {
      least = Swift.max(least, (values[index] ?? 1) * Double(ascending.count - rank))
      result[index] = Swift.min(least, 1)
    }
    return result
  }
}
