package import Networks

/// Takes the time of a training step's parts, where they really run: also between a block of
/// neurons and what follows it while it is hot. For one thread.
package final class StepClock {
  private var last = 0.0
  private var current: [StepPart: Double] = [:]
  /// Seconds of each part, one number a step.
  package private(set) var seconds: [StepPart: [Double]] = [:]

  /// A clock at rest.
  package init() {}

  /// Starts with a step.
  func begin() {
    current = [:]
    last = Clock.now
  }

  /// Books the time since the last part's end.
  func finish(_ part: StepPart) {
    let now = Clock.now
    current[part, default: 0] += now - last
    last = now
  }

  /// Ends with a step of a network of so many layers.
  func end(layers: Int) {
    for part in StepPart.all(layers: layers) {
      seconds[part, default: []].append(current[part] ?? 0)
    }
  }
}
