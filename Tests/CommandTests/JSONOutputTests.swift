import Foundation
import TestSupport
import Testing

/// `--json`: the events of the reference, each a line of valid JSON, with exactly their fields.
struct JSONOutputTests {
  /// The fields of every event, as the design of the language lists them.
  private static let fields: [String: Set<String>] = [
    "epoch": [
      "run", "epoch", "epochs", "train_loss", "train_accuracy", "test_accuracy", "seconds",
    ],
    "evolution": ["run", "epoch", "layer", "removed", "added", "nonzeros", "density"],
    "output": ["text"], "warning": ["text"],
    "result": ["input", "name", "kind", "value"],
    "error": [
      "code", "message", "hint", "file", "line", "column", "end_line", "end_column",
    ],
    "done": ["statements", "seconds", "exit"],
  ]

  private func checkFields(_ events: JSONLines) throws {
    for event in events.events {
      let name = try #require(event["event"] as? String)
      let fields = try #require(Self.fields[name], "\(name)")
      #expect(Set(event.keys) == fields.union(["event"]))
    }
    #expect(events.named("done").count == 1)
    #expect(events.events.last?["event"] as? String == "done")
  }

  /// Madelon's example with less of everything, so that a debug build takes a second.
  private func smallMadelon() throws -> String {
    let text = try String(
      contentsOf: Examples.folder.appending(path: "madelon.sparse"), encoding: .utf8)
    let small = text.replacing("data madelon", with: "data madelon samples=200 test_samples=100")
      .replacing("in-1000*3-out", with: "in-100*3-out").replacing("epochs=100", with: "epochs=4")
      .replacing("batch=100", with: "batch=50").replacing("> 55%", with: "> 20%")
    #expect(small.contains("epochs=4") && small.contains("in-100*3-out"))
    return small
  }

  @Test func `madelon's example, made small, tells the events of the reference`() throws {
    try TemporaryFolder.with { folder in
      let result = try Command.run("--json", "-e", smallMadelon(), folder: folder)
      #expect(result.errors == "")
      #expect(result.exitCode == 0)
      let events = try JSONLines(result.output)
      try checkFields(events)

      let epochs = events.named("epoch")
      #expect(epochs.map { $0["epoch"] as? Int } == [1, 2, 3, 4])
      for epoch in epochs {
        #expect(epoch["run"] as? String == "first")
        #expect(epoch["epochs"] as? Int == 4)
        for key in ["train_accuracy", "test_accuracy"] {
          #expect((0...1).contains(try #require(epoch[key] as? Double)), "\(key)")
        }
        #expect(try #require(epoch["train_loss"] as? Double) > 0)
        #expect(try #require(epoch["seconds"] as? Double) >= 0)
      }

      // After every epoch but the last, each of the three sparse layers evolves.
      let evolutions = events.named("evolution")
      #expect(evolutions.map { $0["epoch"] as? Int } == [1, 1, 1, 2, 2, 2, 3, 3, 3])
      #expect(evolutions.map { $0["layer"] as? Int } == [1, 2, 3, 1, 2, 3, 1, 2, 3])
      for evolution in evolutions {
        let removed = try #require(evolution["removed"] as? Int)
        #expect(removed > 0 && evolution["added"] as? Int == removed)
        #expect((0...1).contains(try #require(evolution["density"] as? Double)))
      }
      let nonzeros = Dictionary(grouping: evolutions) { $0["layer"] as? Int }
      for (_, layer) in nonzeros { #expect(Set(layer.map { $0["nonzeros"] as? Int }).count == 1) }

      let kinds = events.named("result").map { $0["kind"] as? String }
      #expect(kinds == ["dataset", "network", "run", "document", "document"])
      #expect(
        events.named("result").map { $0["name"] as? String } == ["mad", "net", "first", nil, nil])
      #expect(events.named("done").first?["statements"] as? Int == 6)
      #expect(events.named("done").first?["exit"] as? Int == 0)
      #expect(FileManager.default.fileExists(atPath: folder.path + "/out/madelon.html"))
    }
  }

  @Test func `threads and repetitions change nothing but times`() throws {
    let program = try smallMadelon()
    let outputs = try [["--threads", "1"], ["--threads", "2"], ["--threads", "2"]].map { threads in
      try TemporaryFolder.with { folder in
        let command = try Command(["--json", "-e", program] + threads, folder: folder)
        return JSONLines.withoutTimes(try command.result().output)
      }
    }
    #expect(outputs[0].count > 2000)
    #expect(outputs[0] == outputs[1])
    #expect(outputs[1] == outputs[2])
  }

  @Test func `errors are events, with places`() throws {
    let rejected = try Command.run("--json", "-e", "x = 1\ny = ünknown + 2")
    let events = try JSONLines(rejected.output)
    try checkFields(events)
    let error = try #require(events.named("error").first)
    #expect(error["code"] as? String == "E0201")
    #expect(error["message"] as? String == "`ünknown` is not bound to a value")
    #expect(error["hint"] is NSNull)
    #expect(error["file"] as? String == "-e")
    #expect(error["line"] as? Int == 2 && error["column"] as? Int == 5)
    #expect(error["end_line"] as? Int == 2 && error["end_column"] as? Int == 12)
    #expect(events.named("done").first?["exit"] as? Int == 3)
    #expect(rejected.errors == "" && rejected.exitCode == 3)

    let failed = try Command.run("--json", "-e", "print 1\nassert 1 > 2 \"no\"\nprint 2")
    let told = try JSONLines(failed.output)
    try checkFields(told)
    #expect(told.named("output").map { $0["text"] as? String } == ["1"])
    #expect(told.named("error").first?["line"] as? Int == 2)
    #expect(told.named("done").first?["statements"] as? Int == 1)
    #expect(failed.exitCode == 1)
  }

  @Test func `a missing script is an event too`() throws {
    let result = try Command.run("--json", "none.sparse")
    let events = try JSONLines(result.output)
    try checkFields(events)
    #expect(events.named("error").first?["code"] as? String == "E0690")
    #expect(events.named("error").first?["file"] as? String == "none.sparse")
    #expect(events.named("done").first?["exit"] as? Int == 2)
    #expect(result.errors == "" && result.exitCode == 2)
  }

  @Test func `check tells errors as events`() throws {
    let result = try Command.run("check", "--json", "-e", "x = ; y = nothing")
    let events = try JSONLines(result.output)
    try checkFields(events)
    #expect(events.named("error").count == 2)
    #expect(events.named("done").first?["statements"] as? Int == 0)
    #expect(result.exitCode == 3)
  }

  @Test func `values are JSON, and numbers that are none are null`() throws {
    let result = try Command.run(
      "--json", "-e", "6 * 7; 30%; \"a \\\"b\\\"\\n\"; true; [1, [2]]; 1..3; 90s; set")
    let events = try JSONLines(result.output)
    try checkFields(events)
    let values = events.named("result").map { $0["value"] }
    #expect(values[0] as? Int == 42 && values[1] as? Double == 0.3)
    #expect(values[2] as? String == "a \"b\"\n" && values[3] as? Bool == true)
    #expect((values[4] as? [Any])?.count == 2)
    #expect(events.named("result").map { $0["input"] as? Int } == [1, 2, 3, 4, 5, 6, 7])
    #expect(!result.output.contains("nan") && !result.output.contains("inf"))
  }

  @Test func `nothing else is on standard output`() throws {
    let program =
      "print \"out\"\nwarn \"err\"\ns = data madelon samples=100\nplot [1, 2]\nhelp train"
    let result = try Command.run("--json", "--set", "progress=true", "-e", program)
    try checkFields(JSONLines(result.output))
    #expect(result.errors == "")
  }
}
