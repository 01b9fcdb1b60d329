import Benchmarks
import Testing

struct RoundsTests {
  private let effort = Effort(sample: 0, group: 0, fewest: 4, most: 4)

  @Test func `every contender has its turn in every round`() throws {
    var calls: [String] = []
    let rounds = Rounds(effort: effort) { false }
    let timings = try rounds.measure([
      Contender { calls.append("a") }, Contender { calls.append("b") },
    ])
    #expect(timings.map(\.samples.count) == [4, 4])
    // Two calls each to warm up and to calibrate, then one untimed and one timed a round.
    #expect(
      calls == ["a", "a", "b", "b"] + Array(repeating: ["a", "a", "b", "b"], count: 4).joined())
  }

  @Test func `short work is called as often as a sample needs`() throws {
    var calls = 0
    let long = Effort(sample: 0.002, group: 0, fewest: 1, most: 1)
    _ = try Rounds(effort: long) { false }.measure([Contender { calls += 1 }])
    #expect(calls > 100)
  }

  /// Of many rounds, so that the least time is one in which nothing else ran.
  @Test func `times are those of a call`() throws {
    let rounds = Rounds(effort: Effort(sample: 0, group: 0, fewest: 40, most: 40)) { false }
    var sum = 0.0
    func work(_ count: Int) { for number in 0..<count { sum += Double(number).squareRoot() } }
    let timings = try rounds.measure([Contender { work(10_000) }, Contender { work(100_000) }])
    let ratio = timings[1].minimum / timings[0].minimum
    #expect((5...20).contains(ratio), "\(ratio)")
    #expect(timings[0].minimum > 0)
  }

  @Test func `a wish to stop is heard within a round`() {
    var calls = 0
    let rounds = Rounds(effort: effort) { calls > 5 }
    #expect(throws: BenchmarkStopped.self) {
      try rounds.measure([Contender { calls += 1 }, Contender { calls += 1 }])
    }
    #expect(calls < 10)
  }
}
