public import Training

/// The accuracy of a run by which runs are compared.
public enum AccuracyMeasure: String, Sendable, CaseIterable {
  /// Of the final network on test.
  case final
  /// The best on test over all epochs, as the papers report: chosen by the very samples it is
  /// measured on, and so too high.
  case bestOnTest = "best on test"

  /// The accuracy of a run, 0…1.
  public func callAsFunction(_ run: Run) -> Double {
    switch self {
    case .final: run.accuracy
    case .bestOnTest: run.bestAccuracy
    }
  }
}
