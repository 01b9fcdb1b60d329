/// What a network makes of each sample of a set.
public struct Predictions: Sendable, Equatable {
  /// The true class of each sample, by the network's numbers.
  public let labels: [Int32]
  /// The class that the network finds: that of the highest score, the first of equal ones.
  public let classes: [Int32]
  /// The scores (logits) of the classes, samples × classes, row-major; empty if not asked for.
  public let scores: [Float]
}
