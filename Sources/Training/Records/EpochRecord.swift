/// What one finished epoch came to.
public struct EpochRecord: Sendable, Equatable, Codable {
  /// The epoch, counted from 1.
  public let epoch: Int
  /// The epochs that were asked for.
  public let epochs: Int
  /// The mean loss over the epoch's samples, each as its batch was trained (dropout on).
  public let trainLoss: Double
  /// The share of the epoch's samples classified rightly as their batch was trained, 0…1.
  public let trainAccuracy: Double
  /// The mean loss over the test samples after the epoch; nil if it is no finite number.
  public let testLoss: Double?
  /// The share of test samples classified rightly after the epoch, 0…1.
  public let testAccuracy: Double
  /// The mean loss over the validation samples after the epoch; nil where there are none, or if it is
  /// no finite number.
  public let validationLoss: Double?
  /// The share of validation samples classified rightly after the epoch, 0…1; nil where there are
  /// none.
  public let validationAccuracy: Double?
  /// How long the epoch took, its tests included and its evolution not.
  public let seconds: Double

  /// A record of one epoch.
  public init(
    epoch: Int, epochs: Int, trainLoss: Double, trainAccuracy: Double, testLoss: Double?,
    testAccuracy: Double, validationLoss: Double? = nil, validationAccuracy: Double? = nil,
    seconds: Double
  ) {
    self.epoch = epoch
    self.epochs = epochs
    self.trainLoss = trainLoss
    self.trainAccuracy = trainAccuracy
    self.testLoss = testLoss
    self.testAccuracy = testAccuracy
    self.validationLoss = validationLoss
    self.validationAccuracy = validationAccuracy
    self.seconds = seconds
  }
}
