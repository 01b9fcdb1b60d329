package import Training

/// Turns what a training tells into how far it has come, for whatever shows that.
package struct ProgressTracker {
  private let clock = ContinuousClock()
  private var start: ContinuousClock.Instant?

  /// A tracker that has heard nothing yet.
  package init() {}

  /// How far the run has come with this event; nil for events that do not say.
  package mutating func progress(_ run: String, _ event: TrainingEvent) -> Progress? {
    switch event {
    case .started(let start):
      self.start = clock.now
      return Progress(name: run, epoch: 0, epochs: start.epochs)
    case .epoch(let record):
      return Progress(
        name: run, epoch: record.epoch, epochs: record.epochs, loss: record.trainLoss,
        trainAccuracy: record.trainAccuracy, testAccuracy: record.testAccuracy,
        validationAccuracy: record.validationAccuracy, secondsLeft: secondsLeft(record))
    case .evolution, .degrees, .finished: return nil
    }
  }

  /// The mean time of the epochs so far, evolutions included, for those to come.
  private func secondsLeft(_ record: EpochRecord) -> Double? {
    guard let start, record.epoch > 0 else { return nil }
    let passed = (clock.now - start).components
    let seconds = Double(passed.seconds) + Double(passed.attoseconds) * 1e-18
    return seconds / Double(record.epoch) * Double(record.epochs - record.epoch)
  }
}
