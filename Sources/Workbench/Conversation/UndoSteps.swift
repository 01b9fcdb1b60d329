/// The newest steps that `%undo` can take back. Each keeps what names were bound to, which may be networks
/// and whole runs, so that not all of a long session can be kept.
struct UndoSteps {
  /// How many there are at most.
  static let capacity = 20

  private var steps: [UndoStep] = []
  /// How often they were changed, by which an input can tell whether it did.
  private(set) var changes = 0

  /// Adds the newest step; the oldest is forgotten if there are too many.
  mutating func append(_ step: UndoStep) {
    changes += 1
    steps.append(step)
    if steps.count > Self.capacity { steps.removeFirst() }
  }

  /// Takes the newest step; nil if there is none.
  mutating func removeLast() -> UndoStep? {
    changes += 1
    return steps.popLast()
  }

  /// Forgets all.
  mutating func removeAll() {
    changes += 1
    steps = []
  }
}
