extension Run {
  /// The accuracy of the final network on the validation samples; nil where there are none.
  public var validationAccuracy: Double? { validation?.accuracy }
  /// The validation accuracy after each epoch; empty where there are no validation samples.
  public var validationAccuracyCurve: [Double] { epochRecords.compactMap(\.validationAccuracy) }
  /// The validation loss after each epoch, not a number where it is none; empty where there are no
  /// validation samples.
  public var validationLossCurve: [Double] {
    validation == nil ? [] : epochRecords.map { $0.validationLoss ?? .nan }
  }
  /// The best validation accuracy over the epochs, or of the initial network if there are none; nil
  /// where there are no validation samples.
  public var bestValidationAccuracy: Double? {
    validationAccuracyCurve.max() ?? validationAccuracy
  }
  /// The first epoch (from 1) that reached `bestValidationAccuracy`, or nil if there are none.
  public var selectedEpoch: Int? { selectedRecord?.epoch }
  /// Best on validation: the test accuracy at the epoch that validation selects, the first with the
  /// best validation accuracy; of the initial network if there are no epochs. Unlike
  /// `bestAccuracy`, no test sample had a say in it. Nil where there are no validation samples.
  public var selectedAccuracy: Double? {
    validation.map { _ in selectedRecord?.testAccuracy ?? accuracy }
  }

  private var selectedRecord: EpochRecord? {
    guard let best = validationAccuracyCurve.max() else { return nil }
    return epochRecords.first { $0.validationAccuracy == best }
  }
}
