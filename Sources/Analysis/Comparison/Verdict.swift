/// How a combination of factors does against its baseline.
public enum Verdict: String, Sendable, CaseIterable {
  /// Significantly better.
  case win
  /// No significant difference.
  case tie
  /// Significantly worse.
  case loss
}
