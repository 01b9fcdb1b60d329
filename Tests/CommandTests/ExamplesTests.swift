import FoundationEssentials
import TestSupport
import Testing

/// Every example is sound, and all but the large ones run, in a folder of their own.
struct ExamplesTests {
  @Test func `there are examples`() {
    #expect(Examples.all.contains("madelon.sparse"))
    #expect(Examples.all.count >= 3)
  }

  /// Ninety seconds of computing are allowed; how long that takes depends on what else runs. One
  /// thread, since threads that wait for each other make a busy machine slower still.
  @Test(arguments: Examples.quick)
  func `an example runs to its end`(_ name: String) throws {
    try TemporaryFolder.with { folder in
      let script = Examples.folder.appending(path: name).path
      let result = try Command.run("--threads", "1", script, folder: folder)
      #expect(result.exitCode == 0, "\(result.errors)")
      let lines = result.errors.split(separator: "\n")
      #expect(lines.allSatisfy { $0.hasPrefix("note: ") }, "\(result.errors)")
      #expect(!result.output.isEmpty)
      #expect(result.processorSeconds < 90)
    }
  }

  @Test(arguments: Examples.all)
  func `an example is sound, and says what it is in its first line`(_ name: String) throws {
    let script = Examples.folder.appending(path: name)
    #expect(try Command.run("check", script.path).exitCode == 0)
    let text = String(decoding: try Data(contentsOf: script), as: UTF8.self)
    #expect(text.hasPrefix("# \(script.lastPathComponent) - "))
  }
}
