import FoundationEssentials
import Terminal
import TestSupport
import Testing
import Workbench

struct HistoryTests {
  private func texts(_ path: String) -> [String] { History(path: path).entries.map(\.text) }

  @Test func `a session sees what earlier ones entered, several lines as one entry`() throws {
    try TemporaryFolder.with { folder in
      let path = folder.path + "/state/sparsesh/history"
      var first = History(path: path)
      #expect(first.entries.isEmpty && first.problem == nil)
      first.append("a = [\n  1,\n]", input: 1)
      first.append("print \"ä\\n\u{1}\"", input: 2)
      #expect(texts(path) == ["a = [\n  1,\n]", "print \"ä\\n\u{1}\""])
      let entry = try #require(History(path: path).entries.last)
      #expect(entry.input == 2 && entry.time > 1_700_000_000 && !entry.session.isEmpty)
      #expect(first.problem == nil)
    }
  }

  @Test func `one line of the file is one JSON object`() throws {
    try TemporaryFolder.with { folder in
      let path = folder.path + "/history"
      var history = History(path: path)
      history.append("a\nb", input: 1)
      history.append("c", input: 2)
      let file = try String(contentsOfFile: path, encoding: .utf8)
      let lines = file.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == 3 && lines[2].isEmpty)
      #expect(lines[0].hasPrefix("{\"input\":1,") && lines[0].contains("\"text\":\"a\\nb\""))
    }
  }

  @Test func `repetitions in a row are one entry`() throws {
    try TemporaryFolder.with { folder in
      var history = History(path: folder.path + "/history")
      let added = ["a", "a", "b", "a"].map { history.append($0, input: 1) }
      #expect(added == [true, false, true, true])
      #expect(texts(folder.path + "/history") == ["a", "b", "a"])
    }
  }

  @Test func `the file and its folder are private`() throws {
    try TemporaryFolder.with { folder in
      let path = folder.path + "/new/history"
      var history = History(path: path)
      history.append("a", input: 1)
      #expect(try permissions(path) == 0o600)
      #expect(try permissions(folder.path + "/new") == 0o700)
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
      history.append("b", input: 2)
      #expect(try permissions(path) == 0o600)
    }
  }

  private func permissions(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int) & 0o777
  }

  @Test func `damaged lines cost themselves only`() throws {
    try TemporaryFolder.with { folder in
      let path = folder.path + "/history"
      var history = History(path: path)
      history.append("good", input: 1)
      let good = try Data(contentsOf: URL(filePath: path))
      let bad = Data([0xFF, 0x00, 0x0A]) + Data("{\"text\":\n[]\n{}\n".utf8)
      // The last line was cut short by a crash.
      try (bad + good + Data("{\"input\":7,\"te".utf8)).write(to: URL(filePath: path))
      #expect(texts(path) == ["good"])
      var next = History(path: path)
      next.append("after", input: 1)
      #expect(texts(path) == ["good", "after"])
      #expect(next.problem == nil)
    }
  }

  @Test func `a file that cannot be used is no obstacle`() throws {
    try TemporaryFolder.with { folder in
      for path in [folder.path, "/proc/nothing/history"] {
        var history = History(path: path)
        history.append("a", input: 1)
        #expect(history.entries.map(\.text) == ["a"])
      }
      var history = History(path: folder.path)
      history.append("a", input: 1)
      #expect(history.problem?.hasPrefix("the history cannot be kept in `\(folder.path)`") == true)
    }
  }

  @Test func `a device takes entries and gives none`() {
    var history = History(path: "/dev/null")
    history.append("a", input: 1)
    #expect(history.problem == nil)
    #expect(texts("/dev/null") == [])
  }

  @Test func `without a file it is of this session`() {
    var history = History(path: nil)
    history.append("a", input: 1)
    #expect(history.entries.map(\.text) == ["a"])
    #expect(history.problem == nil)
  }

  @Test func `a huge input is recalled but not kept`() throws {
    try TemporaryFolder.with { folder in
      var history = History(path: folder.path + "/history")
      history.append(String(repeating: "x", count: 70_000), input: 1)
      history.append("small", input: 2)
      #expect(history.entries.count == 2)
      #expect(texts(folder.path + "/history") == ["small"])
    }
  }

  @Test func `memory and file are bounded`() throws {
    try TemporaryFolder.with { folder in
      let path = folder.path + "/history"
      let lines = (1...(2 * History.capacity + 5)).map {
        "{\"input\":\($0),\"session\":\"s\",\"text\":\"t\($0)\",\"time\":1}\n"
      }
      try Data(lines.joined().utf8).write(to: URL(filePath: path))
      let history = History(path: path)
      #expect(history.entries.count == History.capacity)
      #expect(history.entries.last?.text == "t\(2 * History.capacity + 5)")
      let kept = try Data(contentsOf: URL(filePath: path)).count { $0 == UInt8(ascii: "\n") }
      #expect(kept == History.capacity)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["history"])
    }
  }

  @Test func `sessions that write at once mix no lines`() async throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "sparsesh-history-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    await withTaskGroup(of: Void.self) { group in
      for session in 0..<4 {
        group.addTask {
          var history = History(path: path)
          for number in 0..<50 {
            history.append("\(session):\(number)" + String(repeating: "x", count: 5000), input: 1)
          }
        }
      }
    }
    let starts = texts(path).map { String($0.prefix { $0 != "x" }) }
    #expect(starts.sorted() == (0..<4).flatMap { s in (0..<50).map { "\(s):\($0)" } }.sorted())
  }

  @Test(arguments: [
    (["SPARSESH_HISTORY": "/a/b", "HOME": "/h"], "/a/b"),
    (["SPARSESH_HISTORY": "", "HOME": "/h"], nil),
    (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/sparsesh/history"),
    (["XDG_STATE_HOME": "relative", "HOME": "/h"], "/h/.local/state/sparsesh/history"),
    (["HOME": "/h"], "/h/.local/state/sparsesh/history"),
    ([:], nil),
  ])
  func `the environment says where it is`(_ environment: [String: String], _ path: String?) {
    #expect(HistoryPlace.file(environment: environment) == path)
    #expect(HistoryPlace.notebooks(environment: ["SPARSESH_HISTORY": "/dev/null"]) == nil)
  }
}
