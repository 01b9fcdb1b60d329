internal import Sparse
internal import Synchronization

/// Reading what another core has just written, as the threads of a training step do between two
/// layers: half of a panel's lines lie in the other core's cache.
final class CoreExchange {
  /// The name that stands for a level of memory.
  static let level = "other core"
  /// Bytes that each thread writes and another reads: half a panel of 1000 neurons and 128 samples.
  static let bytesEach = 256 << 10

  private let engine: Engine
  private let limits: MachineLimits
  private let memory: [ReadMemory]
  private let results: Vector
  /// Each thread's last seconds, in a cache line of its own.
  private let seconds: UnsafeMutableBufferPointer<Double>

  /// - Precondition: the engine has two threads at least.
  init(on engine: Engine) {
    guard engine.threads > 1, let limits = MachineLimits(engine.instructionSet) else {
      preconditionFailure("no exchange between cores")
    }
    self.engine = engine
    self.limits = limits
    memory = (0..<engine.threads).map { _ in ReadMemory(bytes: Self.bytesEach) }
    results = Vector(count: engine.threads * 16)
    seconds = .allocate(capacity: engine.threads * 8)
    seconds.initialize(repeating: 0)
  }

  deinit { seconds.deallocate() }

  /// Gigabytes that all threads together read in a round.
  var gigabytes: Double { Double(memory[0].count * 4 * engine.threads) / 1e9 }

  /// The seconds that the slowest thread reads in one round, after all have written; nil where the
  /// system did not let all threads run at once.
  func round(_ pattern: MemoryReading.Pattern) -> Double? {
    let all = run { part in memory[part].fill(with: Float(part)) }
    let still = run { part in
      let other = memory[(part + 1) % engine.threads]
      let begin = Clock.now
      results[part * 16] = limits.read(other, pattern, times: 1)
      seconds[part * 8] = Clock.now - begin
    }
    return all && still ? (0..<engine.threads).reduce(0) { max($0, seconds[$1 * 8]) } : nil
  }

  /// Calls `body` once on every thread: a thread that has begun waits for the others, or it would
  /// take their parts too. False where one did not come in time.
  private func run(_ body: (Int) -> Void) -> Bool {
    let begun = Atomic(0)
    let late = Atomic(false)
    let end = Clock.now + Self.patience
    engine.pool.run(engine.threads) { part in
      begun.add(1, ordering: .relaxed)
      while begun.load(ordering: .relaxed) < engine.threads && !late.load(ordering: .relaxed) {
        if Clock.now > end { late.store(true, ordering: .relaxed) }
      }
      body(part)
    }
    return !late.load(ordering: .relaxed)
  }

  /// Seconds that a thread waits for the others.
  private static let patience = 0.02
}
