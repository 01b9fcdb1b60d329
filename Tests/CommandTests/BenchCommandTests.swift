import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// `sparsesh bench`, quickly.
@Suite(.serialized) struct BenchCommandTests {
  @Test func `quick JSON Lines hold every event that the manual names`() throws {
    let result = try Command.run("bench", "--quick", "--json", "--threads", "2")
    #expect(result.exitCode == 0)
    #expect(result.errors == "")
    let events = try JSONLines(result.output).named("bench")
    #expect(events.count == result.lines.count)
    #expect(events.first?["name"] as? String == "machine")
    let names = Set(events.compactMap { $0["name"] as? String })
    #expect(
      names.isSuperset(of: [
        "peak", "bandwidth", "forward", "backward", "evolution", "cosine", "step", "scaling",
      ]))
    #expect(!names.contains("large") && !names.contains("peer"))
    func expect(_ name: String, _ fields: [String]) {
      for event in events where event["name"] as? String == name {
        for field in fields { #expect(event[field] != nil, "\(field) of \(event)") }
      }
    }
    expect("peak", ["gflops"])
    expect("bandwidth", ["level", "gbps"])
    let kernel = ["rows", "columns", "density", "batch", "threads", "instruction_set", "gflops"]
    expect("forward", kernel + ["share_of_peak"])
    expect("backward", kernel + ["share_of_peak"])
    expect("step", ["shape", "epsilon", "batch", "threads", "ms"])
    expect("scaling", ["connections", "ns_per_connection"])
  }

  @Test func `what was printed as JSON is shown as tables, and as Markdown`() throws {
    try TemporaryFolder.with { folder in
      let json = try Command.run("bench", "--quick", "--only", "peak", "--json")
      let path = folder.appending(path: "run.jsonl")
      try Data(json.output.utf8).write(to: path)
      let text = try Command.run("bench", "--from", path.path)
      #expect(text.output.contains("\nLimits of the machine\n"))
      #expect(text.output.contains("\nTargets\n") && text.output.contains("not measured"))
      let markdown = try Command.run("bench", "--from", path.path, "--markdown")
      #expect(markdown.output.contains("\n## Limits of the machine\n"))
      #expect(markdown.output.contains("| --- |"))
      #expect(text.exitCode == 0 && markdown.exitCode == 0)
    }
  }

  @Test func `tables come section by section, and the targets last`() throws {
    let result = try Command.run("bench", "--quick", "--only", "evolution,peak")
    #expect(result.exitCode == 0)
    let heads = ["Limits of the machine", "Evolution", "Targets"]
    #expect(result.lines.filter { heads.contains($0) } == heads)
  }

  @Test func `an interrupt ends the measuring, and what was measured is shown`() throws {
    let command = try Command(["bench", "--only", "peak,kernels"])
    try command.wait(for: "Limits of the machine")
    command.send(signal: SIGINT)
    let result = try command.result()
    #expect(result.exitCode == 130)
    #expect(result.output.contains("\nTargets\n"))
  }

  @Test(arguments: [
    ["--only", "nothing"], ["--threads", "0"], ["--from", "/nowhere/run.jsonl"],
    ["--json", "--markdown"], ["--quick", "--only", "peers", "--peers-script", "/nowhere/peers"],
  ])
  func `what cannot be measured is told in one line`(_ arguments: [String]) throws {
    let result = try Command(["bench"] + arguments).result()
    #expect(result.errors.hasPrefix("error: "), "\(result.errors)")
    #expect(result.exitCode == 2)
  }
}
