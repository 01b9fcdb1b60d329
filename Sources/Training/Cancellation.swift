internal import Synchronization

/// Asks a training to stop at its next batch; may be set from any thread or a signal's handler.
public final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)

  /// A cancellation that has not been asked for.
  public init() {}

  /// Whether stopping has been asked for.
  public var isCancelled: Bool { flag.load(ordering: .relaxed) }

  /// Asks to stop. Lock-free.
  public func cancel() { flag.store(true, ordering: .relaxed) }
}
