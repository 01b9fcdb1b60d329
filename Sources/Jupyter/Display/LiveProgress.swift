internal import FoundationEssentials
internal import Reports
internal import Training
internal import Workbench

/// Shows how far trainings have come: a display that changes in its place, at most ten times a second.
/// Runs that follow each other without anything shown between them, as in a comparison, share one. Of
/// trainings that are watched it shows the charts, too.
struct LiveProgress {
  /// Publishes a message.
  typealias Publish = (_ type: String, _ content: JSONValue) -> Void

  /// How many charts one display can have.
  private static let mostCharts = 2

  private let clock = ContinuousClock()
  private var tracker = ProgressTracker()
  private var rate = FrameRate()
  private var display: String?
  /// The training that is watched, if the last one is.
  private var watched: WatchedTraining?
  /// The last state that is known.
  private var progress: Progress?
  /// Whether there is more to show than what is shown.
  private var isPending = false
  /// The number after which the charts of the next display follow.
  private var charts: Int

  /// Nothing is shown yet.
  /// - Parameter charts: The number after which those of all displays follow, which sets the names inside
  ///   drawings apart.
  init(chartsBefore charts: Int = 0) { self.charts = charts }

  /// Shows what a training tells, now or as soon as it may.
  mutating func observe(_ run: String, _ event: TrainingEvent, publish: Publish) {
    if case .started(let start) = event { watched = WatchedTraining(start) }
    watched?.observe(event)
    if var progress = tracker.progress(run, event) {
      if progress.epoch == progress.epochs { progress.secondsLeft = nil }
      self.progress = progress
    } else if watched == nil {
      return
    }
    isPending = true
    if rate.isDue(at: clock.now) { show(publish) }
  }

  /// Leaves the last state standing. What comes next has a display of its own.
  mutating func settle(publish: Publish) {
    if isPending { show(publish) }
    display = nil
  }

  private mutating func show(_ publish: Publish) {
    guard let progress else { return }
    let start = clock.now
    let isNew = display == nil
    if isNew { charts += Self.mostCharts }
    let display = self.display ?? "progress-\(UUID().uuidString)"
    self.display = display
    publish(
      isNew ? "display_data" : "update_display_data",
      [
        "data": forms(of: progress), "metadata": .object([]),
        "transient": ["display_id": .text(display)],
      ])
    isPending = false
    let end = clock.now
    rate.drew(in: end - start, at: end)
  }

  private func forms(of progress: Progress) -> JSONValue {
    let line = ProgressText(progress: progress, unicode: true)
    let words = HTMLRenderer().render(.paragraph(line.line(columns: 200, hasBar: false)))
    let bar = "<progress value=\"\(progress.epoch)\" max=\"\(max(1, progress.epochs))\"></progress>"
    let text = line.line(columns: 100)
    guard let watched else { return ["text/plain": .text(text), "text/html": .text(bar + words)] }
    let picture = Document(
      title: "", blocks: [.paragraph(watched.connections)] + watched.charts.map { .chart($0) })
    let html = HTMLRenderer().fragment(picture, chartsBefore: charts - Self.mostCharts)
    return [
      "text/plain": .text(text + "\n" + watched.connections),
      "text/html": .text(bar + words + html),
    ]
  }
}
