package import Sparse

/// What the sections of a benchmark share: how thorough to be, the engines, the caches,
/// and where events go.
package final class BenchmarkContext {
  /// Whether everything is small and short.
  package let isQuick: Bool
  /// The thread counts to measure: one, and all if there are more.
  package let threadCounts: [Int]
  /// The instruction sets of this machine, the one that would be used first.
  package let sets: [InstructionSet]
  /// The caches of this machine.
  package let caches: CacheSizes
  let rounds: Rounds
  /// The script that runs other programs, where one is named.
  let peerScript: String?
  /// Whether the largest network is measured too.
  let measuresLarge: Bool
  private let receive: (BenchEvent) -> Void
  private let tell: (String) -> Void
  private var engines: [EngineKey: Engine] = [:]

  private struct EngineKey: Hashable {
    let set: InstructionSet
    let threads: Int
  }

  /// A context.
  /// - Parameters:
  ///   - plan: what is measured.
  ///   - isStopped: whether somebody asked to stop; asked often.
  ///   - tell: is told what is being measured, for people who wait.
  ///   - receive: gets every event.
  package init(
    _ plan: BenchmarkPlan, caches: CacheSizes = .ofThisMachine(),
    isStopped: @escaping () -> Bool = { false }, tell: @escaping (String) -> Void = { _ in },
    receive: @escaping (BenchEvent) -> Void
  ) {
    isQuick = plan.isQuick
    self.caches = caches
    peerScript = plan.peerScript
    measuresLarge = plan.sections.contains { $0 == LargeSection.self }
    let usual = Engine(threads: plan.threads)
    threadCounts = usual.threads > 1 ? [1, usual.threads] : [1]
    let others = InstructionSet.available.reversed().filter { $0 != usual.instructionSet }
    sets = [usual.instructionSet] + others
    rounds = Rounds(effort: isQuick ? .quick : .thorough, isStopped: isStopped)
    self.tell = tell
    self.receive = receive
  }

  /// The instruction set that a training would use.
  package var usualSet: InstructionSet { sets[0] }

  /// Whether somebody asked to stop.
  func isStopped() -> Bool { rounds.isStopped() }

  /// Hands an event on.
  func emit(_ name: String, _ fields: JSONFields) { receive(BenchEvent(name, fields.json)) }

  /// Says what is being measured now.
  func note(_ text: String) { tell(text) }

  /// The engine of a set and a thread count; made once.
  func engine(_ set: InstructionSet, threads: Int) -> Engine {
    let key = EngineKey(set: set, threads: threads)
    if let engine = engines[key] { return engine }
    let engine = Engine(threads: threads, instructionSet: set)
    engines[key] = engine
    return engine
  }

  /// What to read to measure each level of memory, nearest first.
  var workingSets: [(level: String, bytes: Int)] {
    caches.workingSets(most: isQuick ? 64 << 20 : 1 << 30)
  }
}
