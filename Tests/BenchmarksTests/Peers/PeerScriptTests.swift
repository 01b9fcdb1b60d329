import Benchmarks
import FoundationEssentials
import TestSupport
import Testing

/// Other programs, played by scripts.
@Suite(.serialized) struct PeerScriptTests {
  /// Runs the section with a script of that text; it finds the lines it was called with in `calls`.
  private func run(
    _ text: String, isStopped: @escaping () -> Bool = { false }
  ) throws -> (events: [BenchEvent], calls: [String]) {
    try TemporaryFolder.with { folder in
      let script = folder.appending(path: "peers")
      let calls = folder.appending(path: "calls").path
      try Data("#!/bin/sh\necho \"$@\" >> '\(calls)'\n\(text)\n".utf8).write(to: script)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: script.path)
      var plan = BenchmarkPlan(version: "0")
      plan.isQuick = true
      plan.only = ["peers"]
      plan.threads = 2
      plan.peerScript = script.path
      var events: [BenchEvent] = []
      try Benchmark.run(plan, isStopped: isStopped, receive: { events.append($0) })
      let told = String(
        decoding: FileManager.default.contents(atPath: calls) ?? Data(), as: UTF8.self)
      return (events.filter { $0.name == "peer" }, told.split(separator: "\n").map(String.init))
    }
  }

  @Test func `what a program says is told with our own time beside it`() throws {
    let (events, calls) = try run(
      """
      [ "$1" = setup ] && exit 0
      for file in job.json isolet-data.npz isolet-before.npz isolet-after.npz; do
        [ -s "$2/$file" ] || exit 3
      done
      grep -q '"shape": \\[617, 1000, 1000, 1000, 26\\]' "$2/job.json" || exit 4
      echo '{"peer":"a","case":"isolet","threads":2,"ms":1000,"version":"1.2","same_step":true}'
      echo 'noise'
      printf '{"peer":"b","case":"isolet","threads":1,"skipped":"not here"}'
      """)
    #expect(calls.last?.hasPrefix("run /") == true)
    #expect(events.map { $0.text("peer") } == ["a", "b"])
    let event = try #require(events.first)
    #expect(event.text("shape") == "617-1000-1000-1000-26")
    #expect(event.number("epsilon") == 20 && event.count("batch") == 128)
    #expect(event.text("version") == "1.2" && event.isTrue("same_step"))
    let ours = try #require(event.number("ours_ms"))
    #expect(abs((event.number("ratio") ?? 0) * ours / 1000 - 1) < 1e-3)
    #expect(events[1].text("skipped") == "not here" && events[1].number("ratio") == nil)
  }

  @Test func `a script that fails is an error that says so`() {
    #expect(throws: BenchmarkError.self) { try run("exit 7") }
  }

  @Test func `a script that is none is an error`() {
    #expect(throws: BenchmarkError.noPeerScript(path: "/nowhere/peers")) {
      try PeerScript("/nowhere/peers")
    }
    #expect(throws: BenchmarkError.self) { try PeerScript("/tmp") }
  }

  @Test func `a wish to stop ends the program`() throws {
    let start = ContinuousClock.now
    let deadline = start + .seconds(3)
    #expect(throws: BenchmarkStopped.self) {
      try run("[ \"$1\" = setup ] && exit 0\nsleep 100", isStopped: { .now > deadline })
    }
    #expect(start.duration(to: .now) < .seconds(60))
  }
}
