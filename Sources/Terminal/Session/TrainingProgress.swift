package import Training
internal import Workbench

/// Shows on a terminal how far trainings have come: by a progress line, or by a picture of those that
/// are watched.
package final class TrainingProgress {
  private let line: ProgressLine
  private let view: LiveView
  private let look: TerminalLook
  private var tracker = ProgressTracker()
  private var watched: WatchedTraining?
  /// The last state of the training that is watched.
  private var last: Progress?

  /// Progress as `look` wants it; nothing is shown of what comes while it wants none.
  package init(_ look: TerminalLook) {
    self.look = look
    line = look.progressLine()
    view = look.liveView()
  }

  /// Shows what a training tells.
  package func observe(_ run: String, _ event: TrainingEvent) {
    guard look.showsProgress else { return }
    if case .started(let start) = event {
      watched = WatchedTraining(start)
      last = nil
    }
    let progress = tracker.progress(run, event)
    if watched != nil { return watch(progress, event) }
    if case .finished = event { return line.erase() }
    if let progress { line.update(progress) }
  }

  /// Takes the line away, whatever it shows; a picture stays, and what comes next stands below it.
  package func finish() {
    line.erase()
    view.settle()
  }

  private func watch(_ progress: Progress?, _ event: TrainingEvent) {
    watched?.observe(event)
    last = progress ?? last
    guard let watched, var state = last else { return }
    var isLast = false
    if case .finished = event { isLast = true }
    if isLast || state.epoch == state.epochs { state.secondsLeft = nil }
    let frame = LiveFrame(
      state, watched, unicode: look.usesUnicode, color: look.errorColors)
    if view.update(frame, isLast: isLast) { return line.erase() }
    if isLast { line.erase() } else if let progress { line.update(progress) }
  }
}
