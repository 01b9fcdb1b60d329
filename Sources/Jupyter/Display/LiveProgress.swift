internal import FoundationEssentials
internal import Reports
internal import Training
internal import Workbench

/// Shows how far trainings have come: a display that changes in its place, at most ten times a second.
/// Runs that follow each other without anything shown between them, as in a comparison, share one.
struct LiveProgress {
  /// Publishes a message.
  typealias Publish = (_ type: String, _ content: JSONValue) -> Void

  /// The shortest time between two changes.
  private static let interval = Duration.milliseconds(100)

  private let clock = ContinuousClock()
  private var tracker = ProgressTracker()
  private var display: String?
  private var lastShown: ContinuousClock.Instant?
  /// What came too soon after the last to be shown.
  private var pending: Progress?

  /// Nothing is shown yet.
  init() {}

  /// Shows what a training tells, now or as soon as it may.
  mutating func observe(_ run: String, _ event: TrainingEvent, publish: Publish) {
    guard var progress = tracker.progress(run, event) else { return }
    if progress.epoch == progress.epochs { progress.secondsLeft = nil }
    if let lastShown, clock.now - lastShown < Self.interval {
      pending = progress
    } else {
      show(progress, publish)
    }
  }

  /// Leaves the last state standing. What comes next has a display of its own.
  mutating func settle(publish: Publish) {
    if let pending { show(pending, publish) }
    display = nil
  }

  private mutating func show(_ progress: Progress, _ publish: Publish) {
    pending = nil
    lastShown = clock.now
    let isNew = display == nil
    let display = self.display ?? "progress-\(UUID().uuidString)"
    self.display = display
    publish(
      isNew ? "display_data" : "update_display_data",
      [
        "data": Self.forms(of: progress), "metadata": .object([]),
        "transient": ["display_id": .text(display)],
      ])
  }

  private static func forms(of progress: Progress) -> JSONValue {
    let line = ProgressText(progress: progress, unicode: true)
    let words = HTMLRenderer().render(.paragraph(line.line(columns: 200, hasBar: false)))
    let bar = "<progress value=\"\(progress.epoch)\" max=\"\(max(1, progress.epochs))\"></progress>"
    return ["text/plain": .text(line.line(columns: 100)), "text/html": .text(bar + words)]
  }
}
