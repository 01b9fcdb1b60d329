internal import Reports
internal import Sparse

/// What each level of memory delivers to the threads of an engine, each reading memory of its own.
struct BandwidthMeasurement {
  private let engine: Engine
  private let context: BenchmarkContext
  private let limits: MachineLimits

  init(_ engine: Engine, _ context: BenchmarkContext) {
    guard let limits = MachineLimits(engine.instructionSet) else {
      preconditionFailure("no limits of \(engine.instructionSet)")
    }
    self.engine = engine
    self.context = context
    self.limits = limits
  }

  /// Measures all levels, emits `bandwidth` events, and returns GB/s by level, of what is read in a
  /// row.
  func run() throws -> [String: Double] {
    var found: [String: Double] = [:]
    let most = context.isQuick ? 64 << 20 : 1 << 30
    for (level, bytes) in context.caches.workingSets(most: most) {
      // What lies behind the caches that each core has for itself is divided among the threads.
      let isShared = level == CacheSizes.memory || level == "L\(context.caches.levels.count)"
      let own = isShared ? max(bytes / engine.threads, 4096) : bytes
      found[level] = try measure(level, bytes: own)
    }
    return found
  }

  private func measure(_ level: String, bytes: Int) throws -> Double {
    let memory = (0..<engine.threads).map { _ in ReadMemory(bytes: bytes) }
    let results = Vector(count: engine.threads * 16)
    let size = memory[0].count * 4
    // A call reads 16 MB at least, so that handing it to the threads is little beside it.
    let times = max(1, (16 << 20) / size)
    func contender(_ read: @escaping (ReadMemory) -> Float) -> Contender {
      Contender { [engine] in
        engine.pool.run(engine.threads) { results[$0 * 16] = read(memory[$0]) }
      }
    }
    let timings = try context.rounds.measure([
      contender { [limits] in limits.read($0, times: times) },
      contender { [limits] in limits.readRows($0, $0.rows, times: times) },
    ])
    let total = Double(size * times * engine.threads)
    for (pattern, timing) in zip(["stream", "rows"], timings) {
      var fields = JSONFields(["level": .text(level), "pattern": .text(pattern)])
      fields["gbps"] = JSONFields.measure(total / timing.median / 1e9)
      fields["best_gbps"] = JSONFields.measure(total / timing.minimum / 1e9)
      fields["bytes_each"] = .integer(size)
      fields.add(engine)
      fields["samples"] = .integer(timing.samples.count)
      context.emit("bandwidth", fields)
    }
    return total / timings[0].median / 1e9
  }
}
