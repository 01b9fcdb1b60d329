internal import Synchronization
package import Training

/// The user's wish to stop, shared by whoever hears it (a signal's watcher, a notebook's control
/// channel) and the session that obeys. All of it may be used from any thread.
package final class Interruption: Sendable {
  private let asked = Atomic<Bool>(false)
  private let training = Mutex<Cancellation?>(nil)

  /// A wish that nobody has yet.
  package init() {}

  /// Whether stopping was asked for since the last `reset()`.
  package var isAsked: Bool { asked.load(ordering: .relaxed) }

  /// Asks to stop; a training stops at its next batch.
  package func ask() {
    asked.store(true, ordering: .relaxed)
    training.withLock { $0?.cancel() }
  }

  /// Forgets an earlier wish: a new input begins.
  package func reset() { asked.store(false, ordering: .relaxed) }

  /// Runs `body` with a cancellation that `ask()` reaches.
  package func reaching<Result>(_ body: (Cancellation) throws -> Result) rethrows -> Result {
    let cancellation = Cancellation()
    training.withLock { $0 = cancellation }
    defer { training.withLock { $0 = nil } }
    // What was asked for just before counts too.
    if isAsked { cancellation.cancel() }
    return try body(cancellation)
  }
}
