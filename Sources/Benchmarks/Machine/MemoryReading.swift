internal import Sparse

/// Reading from one level of memory, on all threads of an engine, each from memory of its own.
final class MemoryReading {
  /// How the memory is read.
  enum Pattern: String, CaseIterable {
    /// From one end to the other.
    case stream
    /// Rows of 128 floats in a random order, as the connections of a sparse layer ask for them.
    case rows
  }

  /// The name of the level.
  let level: String
  /// Bytes that each thread reads over and over.
  let bytesEach: Int
  private let engine: Engine
  private let limits: MachineLimits
  private let memory: [ReadMemory]
  private let results: Vector
  private let times: Int

  /// Reading of `bytes` in all, where a level is divided among the threads, or by each.
  init(level: String, bytes: Int, on engine: Engine, caches: CacheSizes) {
    guard let limits = MachineLimits(engine.instructionSet) else {
      preconditionFailure("no limits of \(engine.instructionSet)")
    }
    self.level = level
    self.engine = engine
    self.limits = limits
    // The last cache and memory are divided among the threads; nearer caches are each core's own.
    let isShared = level == CacheSizes.memory || level == "L\(caches.levels.count)"
    memory = (0..<engine.threads).map { _ in
      ReadMemory(bytes: isShared ? max(bytes / engine.threads, 4096) : bytes)
    }
    bytesEach = memory[0].count * 4
    // A call reads 16 MB at least, so that handing it to the threads is little beside it.
    times = max(1, (16 << 20) / bytesEach)
    // Each thread's result in a cache line of its own.
    results = Vector(count: engine.threads * 16)
  }

  /// Gigabytes that a call reads, all threads together.
  var gigabytes: Double { Double(bytesEach) * Double(times * engine.threads) / 1e9 }

  /// The contender that reads in that way.
  func contender(_ pattern: Pattern) -> Contender {
    Contender { [self] in
      engine.pool.run(engine.threads) { part in
        results[part * 16] = limits.read(memory[part], pattern, times: times)
      }
    }
  }
}
