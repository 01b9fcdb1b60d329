import Benchmarks
import Reports
import Testing

/// Every section, quickly: that it gives its events, with numbers that can be.
@Suite(.serialized) struct QuickRunTests {
  private func run(_ section: String, threads: Int = 2) throws -> [BenchEvent] {
    var plan = BenchmarkPlan(version: "0")
    plan.isQuick = true
    plan.only = [section]
    plan.threads = threads
    var events: [BenchEvent] = []
    var finished: [String] = []
    try Benchmark.run(plan, receive: { events.append($0) }, finished: { finished.append($0) })
    #expect(finished == ["machine", section])
    return events
  }

  /// All numbers of an event, also of lists within it.
  private func numbers(_ value: JSONValue) -> [Double] {
    switch value {
    case .number(let number): [number]
    case .integer(let number): [Double(number)]
    case .array(let values): values.flatMap(numbers)
    case .object(let members): members.flatMap { numbers($0.value) }
    case .null, .logic, .text: []
    }
  }

  static let sections = BenchmarkSections.all.map { $0.name }.filter { $0 != "peers" }

  @Test(arguments: sections) func `every event of a section comes, with sane numbers`(
    _ name: String
  ) throws {
    let section = try #require(BenchmarkSections.named(name))
    let events = try run(name)
    #expect(events.first?.name == "machine")
    #expect(Set(events.dropFirst().map(\.name)) == Set(section.events))
    for event in events {
      let numbers = numbers(event.fields)
      #expect(numbers.allSatisfy { $0.isFinite && $0 >= 0 }, "\(event)")
      for field in ["gflops", "gbps", "ms", "minimum_ms", "samples", "ns_per_connection"] {
        if let number = event.number(field) { #expect(number > 0, "\(field) of \(event)") }
      }
      if let median = event.number("ms"), let least = event.number("minimum_ms") {
        #expect(least <= median)
      }
    }
    #expect(!BenchReport(events).blocks(of: name).isEmpty)
  }

  @Test func `kernels are measured under every set and thread count`() throws {
    let events = try run("kernels")
    let sets = Set(events.compactMap { $0.text("instruction_set") })
    let told = events[0].list("instruction_sets")
    #expect(sets.count == told.count)
    for event in events where event.name == "forward" {
      #expect(event.number("share_of_peak") != nil && event.number("share_of_roofline") != nil)
      let flops = 2.0 * 128 * (event.number("connections") ?? 0)
      let gflops = flops / (event.number("ms") ?? 1) / 1e6
      #expect(abs(gflops / (event.number("gflops") ?? 0) - 1) < 1e-3)
    }
    #expect(Set(events.compactMap { $0.count("threads") }) == [1, 2])
  }

  @Test func `the shares of a step's parts make one, and a layer has its own`() throws {
    let events = try run("step", threads: 1).filter { $0.name == "step" }
    #expect(
      Set(events.compactMap { $0.text("shape") }).isSuperset(of: [
        "617-1000-1000-1000-26", "784-200-200-200-10", "784-300-100-10",
        "3072-4000-1000-4000-10",
      ]))
    for event in events {
      let parts = event.list("parts")
      let shares = parts.compactMap { $0["share"].map(numbers)?.first }
      #expect(shares.count == parts.count)
      #expect(abs(shares.reduce(0, +) - 1) < 1e-4)
      let layers = (event.text("shape") ?? "").split(separator: "-").count - 1
      #expect(parts.filter { $0["part"] == "forward" }.count == layers)
      #expect(parts.filter { $0["part"] == "backward" }.count == layers)
      #expect(event.number("speedup") == nil)
    }
  }

  @Test func `a wish to stop ends the run, and what was measured has been told`() {
    var plan = BenchmarkPlan(version: "0")
    plan.isQuick = true
    plan.only = ["peak", "kernels"]
    var events: [BenchEvent] = []
    #expect(throws: BenchmarkStopped.self) {
      try Benchmark.run(
        plan, isStopped: { events.contains { $0.name == "forward" } },
        receive: { events.append($0) })
    }
    #expect(events.contains { $0.name == "bandwidth" })
  }

  @Test func `sections are asked for by their name or by an event's`() {
    var plan = BenchmarkPlan(version: "0")
    func names() -> [String] { plan.sections.map { $0.name } }
    #expect(!names().contains("large") && !names().contains("peers"))
    plan.peers = true
    #expect(names().last == "peers")
    plan.only = ["bandwidth", "large"]
    #expect(names() == ["peak", "large", "peers"])
    #expect(BenchmarkSections.named("nothing") == nil)
    let events = BenchmarkSections.all.flatMap { $0.events }
    #expect(Set(events).count == events.count)
  }
}
