/// One of the things that are compared with each other.
package struct Contender {
  /// One call of it. Its result must end up in memory that outlives the call, so that nothing is
  /// optimised away.
  let call: () -> Void

  /// One call of it.
  package init(_ call: @escaping () -> Void) { self.call = call }
}

/// Somebody asked the benchmark to stop.
package struct BenchmarkStopped: Error {}

/// Measures things that are compared with each other in rounds: each has its turn in every round,
/// so that what slows the machine for a while slows all of them.
package struct Rounds {
  let effort: Effort
  let isStopped: () -> Bool

  /// Rounds of that effort; `isStopped` says whether somebody asked to stop, and is asked before
  /// every sample.
  package init(effort: Effort, isStopped: @escaping () -> Bool) {
    self.effort = effort
    self.isStopped = isStopped
  }

  /// Work below this many seconds is called once before it is timed in each round, so that it finds
  /// its data where it would in a loop, not where others' work left them.
  private static let warmed = 0.02

  /// The timings of the contenders, in their order.
  /// - Throws: `BenchmarkStopped`.
  package func measure(_ contenders: [Contender]) throws -> [Timing] {
    let calls = try contenders.map(calibrated)
    var samples = [[Double]](repeating: [], count: contenders.count)
    let begin = Clock.now
    var round = 0
    while round < effort.fewest || (Clock.now - begin < effort.group && round < effort.most) {
      for index in contenders.indices {
        samples[index].append(try sample(contenders[index], calls[index]))
      }
      round += 1
    }
    return samples.map(Timing.init)
  }

  /// How many calls make a sample, and whether it begins with a call that is not timed.
  private func calibrated(_ contender: Contender) throws -> (count: Int, warm: Bool) {
    contender.call()
    guard !isStopped() else { throw BenchmarkStopped() }
    let begin = Clock.now
    contender.call()
    let seconds = max(Clock.now - begin, 1e-9)
    return (max(1, Int((effort.sample / seconds).rounded(.up))), seconds < Self.warmed)
  }

  private func sample(_ contender: Contender, _ calls: (count: Int, warm: Bool)) throws -> Double {
    guard !isStopped() else { throw BenchmarkStopped() }
    if calls.warm { contender.call() }
    let begin = Clock.now
    for _ in 0..<calls.count { contender.call() }
    return (Clock.now - begin) / Double(calls.count)
  }
}
