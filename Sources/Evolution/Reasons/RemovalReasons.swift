/// What a removal rule goes by: a score for each connection of a layer, the nearest to zero of which go.
public struct RemovalReasons: Sendable {
  /// What the scores are, in a few words: `weight`.
  public let measure: String
  /// The score of each connection, by position.
  public let scores: [Float]
  /// Whether positive and negative scores are two tails, each with its own count; or one pool.
  public let hasTails: Bool

  /// Scores of that measure, one a connection.
  public init(measure: String, scores: [Float], hasTails: Bool) {
    self.measure = measure
    self.scores = scores
    self.hasTails = hasTails
  }

  /// For each of the positions that go, ascending, the score nearest to zero that stays, of its own
  /// tail where there are two; nil where none stays. O(connections).
  public func thresholds(removing positions: [Int32]) -> [Float?] {
    var stays = [Bool](repeating: true, count: scores.count)
    for position in positions { stays[Int(position)] = false }
    let kept = scores.indices.filter { stays[$0] }.map { scores[$0] }
    let positive = kept.filter { $0 > 0 }.min()
    let negative = kept.filter { $0 < 0 }.max()
    // Whatever stays is no nearer to zero than an exact zero.
    let nearest = kept.min { abs($0) < abs($1) }
    return positions.map { position in
      let score = scores[Int(position)]
      guard hasTails, score != 0 else { return nearest.map { hasTails ? $0 : abs($0) } }
      return score > 0 ? positive : negative
    }
  }
}
