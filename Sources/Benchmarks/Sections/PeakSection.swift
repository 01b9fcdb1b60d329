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
    let peaks = engines.map(PeakMeasurement.init)
    let timings = try context.rounds.measure(peaks.map(\.contender))
    for (index, engine) in engines.enumerated() {
      var fields = JSONFields(["gflops": JSONFields.measure(peaks[index].gflops(timings[index]))])
      fields["best_gflops"] = JSONFields.measure(
        peaks[index].flops / timings[index].minimum / 1e9)
      fields.add(engine)
      fields["samples"] = .integer(timings[index].samples.count)
      context.emit("peak", fields)
    }
    context.note("the bandwidth of memory")
    for engine in engines {
      _ = try context.bandwidth(engine.instructionSet, threads: engine.threads)
    }
  }
}
