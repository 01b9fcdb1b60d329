/// The rules that a policy is composed of, and when they apply.
public struct Rewiring: Sendable {
  /// Which connections go.
  public let removal: any RemovalRule
  /// Which cells get a connection instead, as many as went.
  public let growth: any GrowthRule
  /// What the new connections weigh.
  public let newWeights: NewWeights
  /// Over which activations neurons are compared, for rules that ask for it.
  public let similarity: SimilaritySettings
  /// When that happens.
  public let schedule: Schedule

  /// Whether each layer can be rewired on its own, before the others or at the same time.
  var isLocal: Bool {
    removal.isLocal && growth.isLocal && similarities == .none
  }

  /// Of which cells similarities are asked for, the most of both rules.
  public var similarities: SimilarityScope { max(removal.similarities, growth.similarities) }

  /// A rewiring of three rules, between epochs unless said otherwise.
  public init(
    removal: any RemovalRule, growth: any GrowthRule, newWeights: NewWeights,
    similarity: SimilaritySettings = SimilaritySettings(), schedule: Schedule = .epochs
  ) {
    self.removal = removal
    self.growth = growth
    self.newWeights = newWeights
    self.similarity = similarity
    self.schedule = schedule
  }
}
