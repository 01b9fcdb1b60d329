import FoundationEssentials
import TestSupport
import Testing

/// The scripts that repeat the tables of the papers, cut down to what a test has time for.
struct PaperExamplesTests {
  /// The scripts that need no files: without them Madelon is generated.
  static let onMadelon = [
    "cosineset-figure2-madelon-degrees", "cosineset-figure3-feature-removal",
    "cosineset-table2/madelon",
  ]

  @Test(arguments: onMadelon) func `a script runs to its end and writes its reports`(
    _ name: String
  ) throws {
    try TemporaryFolder.with { folder in
      let script = try Self.shortened(name, in: folder)
      let result = try Command.run("--threads", "1", script.path, folder: folder)
      #expect(result.exitCode == 0, "\(result.errors)")
      #expect(result.output.contains("published"))
      #expect(result.output.contains("difference"))
      let reports = try FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: "out").path)
      #expect(reports.contains { $0.hasSuffix(".html") })
      #expect(reports.contains { $0.hasSuffix(".json") })
    }
  }

  @Test func `a table leaves out the data sets that are not there`() throws {
    try TemporaryFolder.with { folder in
      let script = Examples.folder.appending(path: "paper/cosineset-table2.sparse").path
      let result = try Command.run(script, folder: folder)
      #expect(result.exitCode == 0, "\(result.errors)")
      #expect(result.lines.count == 9)
      #expect(result.lines.allSatisfy { $0.hasSuffix("is in the data directory: false") })
    }
  }

  @Test func `a set is present when all its files are`() throws {
    try TemporaryFolder.with { folder in
      let set = folder.appending(path: "isolet")
      try FileManager.default.createDirectory(at: set, withIntermediateDirectories: true)
      func answer() throws -> String {
        try Command.run(
          "--set", "data_dir=\(folder.path)", "-e", "print present(isolet)"
        ).output
      }
      try Data().write(to: set.appending(path: "isolet5.data.gz"))
      #expect(try answer() == "false\n")
      try Data().write(to: set.appending(path: "isolet1+2+3+4.data"))
      #expect(try answer() == "true\n")
    }
  }

  @Test func `there is a script for every data set of the table`() throws {
    let table = try Examples.text("paper/cosineset-table2.sparse")
    let sets = Examples.all.filter { $0.hasPrefix("paper/cosineset-table2/") }
    #expect(sets.count == 9)
    for set in sets {
      #expect(table.contains("include \"\(set.dropFirst("paper/".count))\" when=present("))
    }
  }

  @Test func `every script can be repeated by one command`() throws {
    let command = try String(
      decoding: Data(
        contentsOf: Examples.folder.deletingLastPathComponent().appending(path: "scripts/reproduce")
      ),
      as: UTF8.self)
    for name in Examples.all where name.hasPrefix("paper/") {
      let script = name.dropFirst("paper/".count).dropLast(".sparse".count)
      // The table is repeated set by set.
      guard script != "cosineset-table2" else { continue }
      #expect(command.contains("\n\(script) "), "\(script)")
    }
  }

  /// A copy of a script that trains for two epochs with two seeds, on fewer samples and neurons.
  private static func shortened(_ name: String, in folder: URL) throws -> URL {
    let text = try Examples.text("paper/\(name).sparse")
    #expect(text.contains("epochs=100 "))
    let short = text.replacing("epochs=100 ", with: "epochs=2 ").replacing("1..3", with: "1..2")
      .replacing("in-1000*3-out", with: "in-30*3-out")
      .replacing("data madelon", with: "data madelon samples=200 test_samples=60")
    let script = folder.appending(path: "short.sparse")
    try Data(short.utf8).write(to: script)
    return script
  }
}
