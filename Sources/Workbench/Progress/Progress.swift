/// How far a run has come, in plain numbers.
package struct Progress: Sendable, Equatable {
  /// What runs, by the name that the user gave it.
  package var name: String
  /// Epochs that are done, 0…`epochs`.
  package var epoch: Int
  /// Epochs to do in all.
  package var epochs: Int
  /// Mean training loss of the last epoch.
  package var loss: Double?
  /// Share of training samples that are right, 0…1.
  package var trainAccuracy: Double?
  /// Share of test samples that are right, 0…1.
  package var testAccuracy: Double?
  /// Share of validation samples that are right, 0…1; nil where there are none.
  package var validationAccuracy: Double?
  /// How long the rest will take, in seconds, as far as can be said.
  package var secondsLeft: Double?

  /// The state of a run.
  package init(
    name: String, epoch: Int, epochs: Int, loss: Double? = nil, trainAccuracy: Double? = nil,
    testAccuracy: Double? = nil, validationAccuracy: Double? = nil, secondsLeft: Double? = nil
  ) {
    self.name = name
    self.epoch = epoch
    self.epochs = epochs
    self.loss = loss
    self.trainAccuracy = trainAccuracy
    self.testAccuracy = testAccuracy
    self.validationAccuracy = validationAccuracy
    self.secondsLeft = secondsLeft
  }
}
