internal import CKernels

/// A persistent pool of threads for work cut into parts. Between calls its threads wait some tens
/// of microseconds, then park.
///
/// While a call runs, every thread in it (the caller too) takes subnormal numbers for zero.
public final class ThreadPool: Sendable {
  private nonisolated(unsafe) let pool: OpaquePointer?

  /// How many threads work, the caller counted.
  public let threads: Int

  /// A pool of that many threads, the caller counted.
  /// - Precondition: `threads` ≥ 1.
  public init(threads: Int) {
    precondition(threads >= 1)
    self.threads = threads
    pool = thread_pool_create(threads)
  }

  deinit { if let pool { thread_pool_destroy(pool) } }

  /// Calls `body` once for every part of 0 ..< `parts`, each on any of the threads and in any
  /// order; returns when all are done. Each part must write only what is its own.
  ///
  /// From inside a body, or while another thread is in a call, all parts run on the caller.
  public func run(_ parts: Int, _ body: (Int) -> Void) {
    guard let pool else { return (0..<max(parts, 0)).forEach(body) }
    withoutActuallyEscaping(body) { body in
      var job = Job(body: body)
      withUnsafeMutablePointer(to: &job) { job in
        thread_pool_run(
          pool, parts, { $0!.assumingMemoryBound(to: Job.self).pointee.body($1) }, job)
      }
    }
  }

  private struct Job { let body: (Int) -> Void }
}
