/// When something that changes is to be drawn anew: at most ten times a second, and so seldom that
/// drawing takes no more than a fiftieth of the time.
package struct FrameRate: Sendable {
  /// The shortest time between two frames, on average.
  package static let interval = Duration.milliseconds(100)
  /// How many times as long as drawing a frame it takes until the next may be drawn.
  private static let leisure = 50

  /// How many frames may follow each other at once after as many were left out: two, as the end of an
  /// epoch and the evolution after it both deserve one.
  private let burst: Double
  private var credit: Double
  private var wait = interval
  private var last: ContinuousClock.Instant?

  /// No frame was drawn yet.
  package init(burst: Int = 1) {
    self.burst = Double(max(1, burst))
    credit = self.burst
  }

  /// Whether a frame may be drawn now.
  package mutating func isDue(at now: ContinuousClock.Instant) -> Bool {
    if let last { credit = min(burst, credit + max(0, (now - last) / wait)) }
    last = now
    return credit >= 1
  }

  /// A frame was drawn, which took so long.
  package mutating func drew(in cost: Duration, at now: ContinuousClock.Instant) {
    credit = max(0, credit - 1)
    wait = max(Self.interval, cost * Self.leisure)
    last = now
  }
}
