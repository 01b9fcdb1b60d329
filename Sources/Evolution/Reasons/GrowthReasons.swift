/// What a growth rule goes by: a score for each cell that it chose.
public struct GrowthReasons: Sendable {
  /// What the scores are, in a few words: `probability`.
  public let measure: String
  /// The score of each cell, in their order.
  public let scores: [Double]
  /// Whether the largest scores were chosen, of those above 0.
  public let isByScore: Bool
  /// The score that a cell needed: the least of those chosen for it. Nil where chance chose all.
  public let threshold: Double?

  /// Scores of that measure by which chance chose.
  public init(measure: String, scores: [Double]) {
    self.measure = measure
    self.scores = scores
    (isByScore, threshold) = (false, nil)
  }

  /// Scores of that measure, of which the largest were chosen; where there are not enough above 0, the
  /// rest came by chance.
  public init(measure: String, largest scores: [Double]) {
    self.measure = measure
    self.scores = scores
    (isByScore, threshold) = (true, scores.filter { $0 > 0 }.min())
  }
}
