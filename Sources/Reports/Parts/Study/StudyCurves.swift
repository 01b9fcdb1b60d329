internal import Analysis
internal import Training

extension Study {
  /// The mean test accuracy by epoch of each combination of factors but for the seed. Where runs
  /// are of different length, the mean is over those that reached the epoch; with it goes the standard
  /// deviation over these, unless more combinations are drawn than bands can be told apart.
  var meanAccuracySeries: [Series] {
    let summaries = summaries
    return summaries.map { summary in
      let curves = summary.runs.map(\.accuracyCurve)
      let longest = curves.map(\.count).max() ?? 0
      let reached = (0..<longest).map { epoch in
        curves.filter { $0.count > epoch }.map { $0[epoch] }
      }
      let isBand = summaries.count <= SeriesLook.colors && curves.count > 1
      return Series(
        label(summary.assignment), values: reached.map(Statistics.mean),
        spread: isBand
          ? reached.map { $0.count > 1 ? Statistics.sd($0) : .nan } : nil)
    }
  }

  /// A combination in few words: the value of a single factor, else `name=value` of each.
  func label(_ assignment: [String]) -> String {
    let factors = comparedFactors
    if factors.isEmpty { return "all runs" }
    if factors.count == 1 { return assignment[0] }
    return zip(factors, assignment).map { "\($0.name)=\($1)" }.joined(separator: " ")
  }
}
