/// The runs of one combination of factors, summed up over seeds.
public struct StudySummary: Sendable {
  /// The values of the compared factors, in their order.
  public let assignment: [String]
  /// The runs, in the order in which they were made.
  public let runs: [Run]
  /// Their final test accuracies.
  public let accuracy: Spread
  /// Their best test accuracies over the epochs.
  public let bestAccuracy: Spread
  /// Their times in seconds.
  public let seconds: Spread

  /// The sum of these runs.
  public init(assignment: [String], runs: [Run]) {
    self.assignment = assignment
    self.runs = runs
    accuracy = Spread(runs.map(\.accuracy))
    bestAccuracy = Spread(runs.map(\.bestAccuracy))
    seconds = Spread(runs.map(\.seconds))
  }
}
