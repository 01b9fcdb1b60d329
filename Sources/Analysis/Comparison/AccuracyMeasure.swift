public import Training

/// The accuracy of a run by which runs are compared.
public enum AccuracyMeasure: String, Sendable, CaseIterable {
  /// Of the final network on test.
  case final
  /// The best on test over all epochs, as the papers report: chosen by the very samples it is
  /// measured on, and so too high.
  case bestOnTest = "best on test"
  /// On test, at the epoch that was best on validation.
  case bestOnValidation = "best on validation"

  /// The accuracy of a run, 0…1; nil where it was trained without the samples that this takes.
  public func callAsFunction(_ run: Run) -> Double? {
    switch self {
    case .final: run.accuracy
    case .bestOnTest: run.bestAccuracy
    case .bestOnValidation: run.selectedAccuracy
    }
  }
}

extension Study {
  /// The measures by which some of the runs can be compared, in the order of all.
  public var measures: [AccuracyMeasure] {
    AccuracyMeasure.allCases.filter { measure in runs.contains { measure($0) != nil } }
  }
}
