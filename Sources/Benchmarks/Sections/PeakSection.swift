internal import Reports
internal import Sparse

/// The limits of the machine: multiply–adds on registers, and reading from each level of memory.
enum PeakSection: BenchmarkSection {
  static let name = "peak"
  static let summary = "multiply-adds on registers, and what each level of memory delivers"
  static let events = ["peak", "bandwidth"]

  static func run(_ context: BenchmarkContext) throws {
    let engines = context.sets.flatMap { set in
      context.threadCounts.map { context.engine(set, threads: $0) }
    }
    context.note("the peak of multiply-adds")
    try measurePeaks(engines, context)
    for (level, bytes) in context.workingSets {
      context.note("the bandwidth of \(level)")
      for engine in engines { try measureBandwidth(level, bytes, engine, context) }
    }
    context.note("the bandwidth between cores")
    for engine in engines where engine.threads > 1 { measureExchange(engine, context) }
  }

  private static func measureExchange(_ engine: Engine, _ context: BenchmarkContext) {
    let exchange = CoreExchange(on: engine)
    for pattern in MemoryReading.Pattern.allCases {
      let rounds = (0..<(context.isQuick ? 20 : 500)).compactMap { _ in exchange.round(pattern) }
      guard !rounds.isEmpty else { continue }
      emit(
        CoreExchange.level, pattern, exchange.gigabytes, bytesEach: CoreExchange.bytesEach,
        Timing(samples: rounds), engine, context)
    }
  }

  private static func measurePeaks(_ engines: [Engine], _ context: BenchmarkContext) throws {
    let peaks = engines.map(PeakMeasurement.init)
    let timings = try context.rounds.measure(peaks.map(\.contender))
    for (index, engine) in engines.enumerated() {
      let (peak, timing) = (peaks[index], timings[index])
      var fields = JSONFields(["gflops": JSONFields.measure(peak.flops / timing.median / 1e9)])
      fields["best_gflops"] = JSONFields.measure(peak.flops / timing.minimum / 1e9)
      fields.add(engine)
      fields["samples"] = .integer(timing.samples.count)
      context.emit("peak", fields)
    }
  }

  private static func measureBandwidth(
    _ level: String, _ bytes: Int, _ engine: Engine, _ context: BenchmarkContext
  ) throws {
    let reading = MemoryReading(level: level, bytes: bytes, on: engine, caches: context.caches)
    let patterns = MemoryReading.Pattern.allCases
    let timings = try context.rounds.measure(patterns.map(reading.contender))
    for (pattern, timing) in zip(patterns, timings) {
      emit(
        level, pattern, reading.gigabytes, bytesEach: reading.bytesEach, timing, engine, context)
    }
  }

  private static func emit(
    _ level: String, _ pattern: MemoryReading.Pattern, _ gigabytes: Double, bytesEach: Int,
    _ timing: Timing, _ engine: Engine, _ context: BenchmarkContext
  ) {
    var fields = JSONFields(["level": .text(level), "pattern": .text(pattern.rawValue)])
    fields["gbps"] = JSONFields.measure(gigabytes / timing.median)
    fields["best_gbps"] = JSONFields.measure(gigabytes / timing.minimum)
    fields["bytes_each"] = .integer(bytesEach)
    fields.add(engine)
    fields["samples"] = .integer(timing.samples.count)
    context.emit("bandwidth", fields)
  }
}
