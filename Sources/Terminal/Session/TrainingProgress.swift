package import Training

/// Turns the events of trainings into a progress line.
package final class TrainingProgress {
  private let line: ProgressLine
  private let isWanted: () -> Bool
  private var start: ContinuousClock.Instant?
  private var last = Progress(name: "", epoch: 0, epochs: 0)

  /// Progress on `line`; nothing is shown of what comes while it is not wanted.
  package init(_ line: ProgressLine, isWanted: @escaping () -> Bool) {
    self.line = line
    self.isWanted = isWanted
  }

  /// Shows what a training tells.
  package func observe(_ run: String, _ event: TrainingEvent) {
    guard isWanted() else { return }
    switch event {
    case .started(let start):
      self.start = ContinuousClock.now
      last = Progress(name: run, epoch: 0, epochs: start.epochs)
      line.update(last)
    case .epoch(let record):
      last = Progress(
        name: run, epoch: record.epoch, epochs: record.epochs, loss: record.trainLoss,
        trainAccuracy: record.trainAccuracy, testAccuracy: record.testAccuracy,
        validationAccuracy: record.validationAccuracy, secondsLeft: secondsLeft(record))
      line.update(last)
    case .evolution: break
    case .finished: line.erase()
    }
  }

  /// Takes the line away, whatever it shows.
  package func finish() { line.erase() }

  /// The mean time of the epochs so far, evolutions included, for those to come.
  private func secondsLeft(_ record: EpochRecord) -> Double? {
    guard let start, record.epoch > 0 else { return nil }
    let passed = (ContinuousClock.now - start).components
    let seconds = Double(passed.seconds) + Double(passed.attoseconds) * 1e-18
    return seconds / Double(record.epoch) * Double(record.epochs - record.epoch)
  }
}
