/// The three rules that a policy is composed of.
public struct Rewiring: Sendable {
  /// Which connections go.
  public let removal: any RemovalRule
  /// Which cells get a connection instead, as many as went.
  public let growth: any GrowthRule
  /// What the new connections weigh.
  public let newWeights: NewWeights

  /// A rewiring of three rules.
  public init(removal: any RemovalRule, growth: any GrowthRule, newWeights: NewWeights) {
    self.removal = removal
    self.growth = growth
    self.newWeights = newWeights
  }
}
