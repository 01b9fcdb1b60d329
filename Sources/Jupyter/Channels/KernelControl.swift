internal import Synchronization
internal import Workbench

/// What can be done to a kernel from any thread: stop what runs, and end all.
final class KernelControl: Sendable {
  private let interruption: Interruption
  private let ending = Atomic<Bool>(false)
  private let ended = Atomic<Bool>(false)

  /// Control of the session that obeys `interruption`.
  init(_ interruption: Interruption) { self.interruption = interruption }

  /// Whether the kernel has been told to end.
  var isEnding: Bool { ending.load(ordering: .acquiring) }

  /// Whether nothing runs any more, and nothing will.
  var hasEnded: Bool { ended.load(ordering: .acquiring) }

  /// Stops what runs at its next safe place, and keeps what came of it.
  func interrupt() { interruption.ask() }

  /// Ends the kernel: what runs is stopped, and nothing more is begun.
  func end() {
    ending.store(true, ordering: .releasing)
    interruption.ask()
  }

  /// Notes that nothing runs any more.
  func noteEnd() { ended.store(true, ordering: .releasing) }
}
