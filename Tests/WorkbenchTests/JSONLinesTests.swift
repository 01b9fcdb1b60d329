import Foundation
import Language
import Testing
import Workbench

/// `--json`: the events of the manual, each line an object, the same on every number of threads.
@Suite struct JSONLinesTests {
  private static let program = """
    print "hello"
    warn "careful"
    spirals = data spirals samples=120 test_samples=60
    net = network in-16*2-out sparse=density(30%) activation=tanh dropout=10%
    first = train net data=spirals epochs=3 batch=30 lr=0.1 seed=3
    study = compare net data=spirals epochs=1 batch=40 over policy=[static, set] seed=1..2
    first.accuracy
    table = evaluate first
    report first show=[summary]
    plot [1, 2, 3]
    initial = train net data=spirals epochs=0
    """

  private static func lines(_ program: String, threads: Int = 2) -> [String] {
    var options = SessionOptions()
    options.settings.threads = threads
    var text = ""
    let runner = ScriptRunner(options: options, presenter: JSONPresenter { text += $0 })
    _ = runner.run([Source(name: "program.sparse", text: program)])
    return text.split(separator: "\n").map(String.init)
  }

  private static func objects(_ lines: [String]) throws -> [[String: Any]] {
    try lines.map { line in
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
      return try #require(value as? [String: Any], "no object: \(line)")
    }
  }

  /// The fields of each event, as the manual lists them.
  private static let fields: [String: Set<String>] = [
    "epoch": [
      "run", "epoch", "epochs", "train_loss", "train_accuracy", "test_accuracy", "seconds",
    ],
    "evolution": ["run", "epoch", "layer", "removed", "added", "nonzeros", "density"],
    "output": ["text"], "warning": ["text"], "result": ["input", "name", "kind", "value"],
    "error": [
      "code", "message", "hint", "file", "line", "column", "end_line", "end_column",
    ],
    "done": ["statements", "seconds", "exit"],
  ]

  @Test func everyLineIsAnEventWithItsFields() throws {
    let objects = try Self.objects(Self.lines(Self.program))
    for object in objects {
      let event = try #require(object["event"] as? String)
      #expect(Set(object.keys).subtracting(["event"]) == Self.fields[event], "\(object)")
    }
    let events = objects.compactMap { $0["event"] as? String }
    #expect(events.last == "done")
    #expect(events.count { $0 == "done" } == 1)
    #expect(events.count { $0 == "epoch" } == 3 + 4)
    // Three epochs evolve twice; each of the two sparse layers tells of each.
    #expect(events.count { $0 == "evolution" } == 4)
    #expect(objects.last?["exit"] as? Int == 0)
    #expect(objects.last?["statements"] as? Int == 11)
  }

  @Test func validationAddsFields() throws {
    let objects = try Self.objects(
      Self.lines(
        """
        spirals = data spirals samples=120 test_samples=60 validation=25%
        net = network in-16-out sparse=density(50%) activation=tanh
        first = train net data=spirals epochs=9 batch=30 lr=1e-30 policy=static stop=patience(2)
        study = compare net data=spirals epochs=2 batch=30 over lr=[0.1, 0.2] seed=1..2
        plain = train net data=spirals epochs=0 batch=30
        """))
    #expect(objects.last?["exit"] as? Int == 0)
    let epochs = objects.filter { $0["event"] as? String == "epoch" }
    let validation: Set = ["validation_loss", "validation_accuracy", "event"]
    let fields = try #require(Self.fields["epoch"]).union(validation)
    #expect(epochs.allSatisfy { Set($0.keys) == fields })
    // At such a rate nothing moves: the best is epoch 1, and two more are not better.
    #expect(epochs.count { $0["run"] as? String == "first" } == 3)
    let results = objects.compactMap { $0["value"] as? [String: Any] }
    let first = try #require(results.first { $0["stop"] as? String != "none" && $0["stop"] != nil })
    #expect(first["stop"] as? String == "patience(epochs=2, min_delta=0)")
    #expect(first["stopped_early"] as? Bool == true && first["completed"] as? Bool == true)
    #expect(first["selected_epoch"] as? Int == 1 && first["epochs"] as? Int == 3)
    #expect(first["selected_accuracy"] as? Double == first["accuracy"] as? Double)
    #expect(first["best_validation_accuracy"] as? Double == first["validation_accuracy"] as? Double)
    let study = try #require(results.first { $0["summaries"] != nil })
    let summaries = try #require(study["summaries"] as? [[String: Any]])
    #expect(summaries.allSatisfy { $0["selected_accuracy_mean"] is Double })
    let significance = try #require(study["significance"] as? [String: Any])
    #expect(Set(significance.keys) == ["accuracy", "best_accuracy", "selected_accuracy"])
    #expect(results.last?["selected_epoch"] is NSNull)
  }

  @Test func withoutValidationNoFieldIsAdded() throws {
    let objects = try Self.objects(Self.lines(Self.program))
    let keys = objects.flatMap { [$0, $0["value"] as? [String: Any] ?? [:]] }.flatMap(\.keys)
    #expect(!keys.contains { $0.contains("validation_accuracy") || $0.contains("selected") })
    #expect(!keys.contains("stop"))
  }

  @Test func fractionsAreFractions() throws {
    for object in try Self.objects(Self.lines(Self.program)) {
      for key in ["train_accuracy", "test_accuracy", "density", "accuracy", "best_accuracy"] {
        for holder in [object, object["value"] as? [String: Any] ?? [:]] {
          guard let value = holder[key] as? Double else { continue }
          #expect((0...1).contains(value), "\(key) in \(object)")
        }
      }
    }
  }

  @Test func evolutionKeepsTheNumberOfConnections() throws {
    let objects = try Self.objects(Self.lines(Self.program))
    let evolutions = objects.filter { $0["event"] as? String == "evolution" }
    for object in evolutions { #expect(object["removed"] as? Int == object["added"] as? Int) }
    let nonzeros = Dictionary(grouping: evolutions) { $0["layer"] as? Int ?? 0 }
    for (_, rows) in nonzeros {
      #expect(Set(rows.compactMap { $0["nonzeros"] as? Int }).count == 1)
    }
  }

  @Test func anErrorIsAnEventAtItsPlace() throws {
    let objects = try Self.objects(Self.lines("x = 1\n  y = (1 +\n \"a\") + 3\n"))
    let error = try #require(objects.first)
    #expect(error["event"] as? String == "error")
    #expect(error["code"] as? String == "E0506")
    #expect(error["file"] as? String == "program.sparse")
    #expect([error["line"], error["column"]].compactMap { $0 as? Int } == [2, 8])
    #expect([error["end_line"], error["end_column"]].compactMap { $0 as? Int } == [3, 5])
    #expect(error["hint"] is NSNull || error["hint"] is String)
    #expect(objects.last?["exit"] as? Int == 3)
  }

  @Test func divergenceGivesNullAndNoNaN() throws {
    let program = """
      spirals = data spirals samples=200 test_samples=50
      net = network in-32*3-out sparse=none activation=linear
      first = train net data=spirals lr=1e9 epochs=3 batch=10
      """
    let lines = Self.lines(program)
    #expect(lines.contains { $0.contains("E0522") })
    #expect(!lines.contains { $0.lowercased().contains(":nan") || $0.contains(":inf") })
    #expect(try Self.objects(lines).last?["exit"] as? Int == 1)
  }

  @Test func threadsAndRepetitionChangeNothingButTimes() {
    let runs = [1, 2, 2].map { threads in
      Self.lines(Self.program, threads: threads).map {
        $0.replacing(/"seconds":[^,}]*/, with: "\"seconds\":0")
          .replacing(/"name":"time","value":[^,}]*/, with: "\"name\":\"time\"")
      }
    }
    #expect(runs[0] == runs[1])
    #expect(runs[1] == runs[2])
  }
}
