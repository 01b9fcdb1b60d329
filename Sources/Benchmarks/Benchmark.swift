/// What a benchmark is to measure.
package struct BenchmarkPlan: Sendable {
  /// Whether to take seconds instead of minutes, with figures not to be believed.
  package var isQuick = false
  /// The names of the sections to run, or of events of them; all that need not be asked for if empty.
  package var only: [String] = []
  /// The most threads; all processors where nil.
  package var threads: Int?
  /// Whether other programs are measured too.
  package var peers = false
  /// The script that runs them, where one is named.
  package var peerScript: String?
  /// The version of the program.
  package var version: String

  /// Everything, thoroughly.
  package init(version: String) { self.version = version }

  /// The sections to run, in their order.
  package var sections: [any BenchmarkSection.Type] {
    let asked = Set(only.compactMap { BenchmarkSections.named($0)?.name })
    return BenchmarkSections.all.filter { section in
      asked.contains(section.name) || asked.isEmpty && !section.isOptIn
        || peers && section.name == PeerSection.name
    }
  }
}

/// The benchmark.
package enum Benchmark {
  /// Measures what the plan says and hands every event to `receive` as soon as it is measured; the
  /// first is `machine`.
  /// - Parameters:
  ///   - isStopped: whether somebody asked to stop; asked often.
  ///   - tell: is told what is being measured.
  ///   - finished: is told the name of each section that is done.
  /// - Throws: `BenchmarkStopped`, or an error of the library, such as too little memory.
  package static func run(
    _ plan: BenchmarkPlan, isStopped: @escaping () -> Bool = { false },
    tell: @escaping (String) -> Void = { _ in },
    receive: @escaping (BenchEvent) -> Void, finished: (String) -> Void = { _ in }
  ) throws {
    let context = BenchmarkContext(
      plan, isStopped: isStopped, tell: tell, receive: receive)
    context.emit("machine", MachineFacts(context, version: plan.version).fields)
    finished("machine")
    for section in plan.sections {
      try section.run(context)
      finished(section.name)
    }
  }
}
