/// One part of the benchmark, which measures something and emits its events.
///
/// Another is a type in a file of this folder, its line in `BenchmarkSections.all`, and a table of
/// its events in `BenchReport`.
package protocol BenchmarkSection: Sendable {
  /// The name by which `--only` asks for it.
  static var name: String { get }
  /// What it measures, in a few words.
  static var summary: String { get }
  /// Whether it runs only when asked for by name.
  static var isOptIn: Bool { get }
  /// The names of the events that it emits.
  static var events: [String] { get }
  /// Measures, and emits.
  /// - Throws: `BenchmarkStopped`, or what building a network throws.
  static func run(_ context: BenchmarkContext) throws
}

extension BenchmarkSection {
  /// Most run unasked.
  package static var isOptIn: Bool { false }
}

/// The parts of the benchmark.
package enum BenchmarkSections {
  /// All of them, in the order in which they run.
  package static let all: [any BenchmarkSection.Type] = [
    PeakSection.self, KernelSection.self, EvolutionSection.self, CosineSection.self,
    StepSection.self, ScalingSection.self, LargeSection.self, PeerSection.self,
  ]

  /// The section of that name, or the one that emits an event of that name.
  package static func named(_ name: String) -> (any BenchmarkSection.Type)? {
    all.first { $0.name == name } ?? all.first { $0.events.contains(name) }
  }
}
