internal import Glibc

/// A thread of the kernel, which owns what it is given: each socket belongs to one.
struct KernelThread {
  private let thread: pthread_t

  /// Starts a thread.
  /// - Throws: `SocketError.noThread` where the system gives none.
  init(_ body: sending @escaping () -> Void) throws(SocketError) {
    let work = Unmanaged.passRetained(Work(body: body))
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
        return nil
      }, work.toOpaque())
    guard failure == 0 else {
      work.release()
      throw .noThread
    }
    self.thread = thread
  }

  /// Waits for its end. Once, or never.
  func join() { pthread_join(thread, nil) }

  private final class Work {
    let body: () -> Void
    init(body: @escaping () -> Void) { self.body = body }
  }
}
