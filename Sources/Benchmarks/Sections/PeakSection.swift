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
      var fields = JSONFields(["level": .text(level), "pattern": .text(pattern.rawValue)])
      fields["gbps"] = JSONFields.measure(reading.gigabytes / timing.median)
      fields["best_gbps"] = JSONFields.measure(reading.gigabytes / timing.minimum)
      fields["bytes_each"] = .integer(reading.bytesEach)
      fields.add(engine)
      fields["samples"] = .integer(timing.samples.count)
      context.emit("bandwidth", fields)
    }
  }
}
