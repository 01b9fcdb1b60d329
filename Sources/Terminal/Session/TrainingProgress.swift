package import Training
internal import Workbench

/// Turns the events of trainings into a progress line.
package final class TrainingProgress {
  private let line: ProgressLine
  private let isWanted: () -> Bool
  private var tracker = ProgressTracker()

  /// Progress on `line`; nothing is shown of what comes while it is not wanted.
  package init(_ line: ProgressLine, isWanted: @escaping () -> Bool) {
    self.line = line
    self.isWanted = isWanted
  }

  /// Shows what a training tells.
  package func observe(_ run: String, _ event: TrainingEvent) {
    guard isWanted() else { return }
    if case .finished = event { return line.erase() }
    if let progress = tracker.progress(run, event) { line.update(progress) }
  }

  /// Takes the line away, whatever it shows.
  package func finish() { line.erase() }
}
