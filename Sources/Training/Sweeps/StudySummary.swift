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
  /// Their test accuracies at the epochs that validation selects; nil unless all have such.
  public let selectedAccuracy: Spread?
  /// How many epochs they took.
  public let epochs: Spread
  /// Their times in seconds.
  public let seconds: Spread

  /// The sum of these runs.
  public init(assignment: [String], runs: [Run]) {
    self.assignment = assignment
    self.runs = runs
    accuracy = Spread(runs.map(\.accuracy))
    bestAccuracy = Spread(runs.map(\.bestAccuracy))
    let selected = runs.compactMap(\.selectedAccuracy)
    selectedAccuracy = selected.count == runs.count && !runs.isEmpty ? Spread(selected) : nil
    epochs = Spread(runs.map { Double($0.epochs) })
    seconds = Spread(runs.map(\.seconds))
  }
}
