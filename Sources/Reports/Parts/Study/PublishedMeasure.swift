internal import Analysis
public import Training

/// What papers publish of a training.
public enum PublishedMeasure: String, Sendable, CaseIterable {
  /// The best test accuracy over the epochs.
  case bestAccuracy = "best_accuracy"
  /// The test accuracy of the final network.
  case accuracy
  /// The average ratioed accuracy, with b = 0.5.
  case ara

  /// The measure in words.
  public var title: String {
    switch self {
    case .bestAccuracy: "best test accuracy over all epochs"
    case .accuracy: "final test accuracy"
    case .ara: "average ratioed accuracy"
    }
  }

  /// The measure of a run, 0…1.
  public func callAsFunction(_ run: Run) -> Double {
    switch self {
    case .bestAccuracy: run.bestAccuracy
    case .accuracy: run.accuracy
    case .ara: run.ara()
    }
  }
}
