import Foundation
import TestSupport
import Testing

/// `sparsesh fmt`: what it writes, says and leaves alone.
struct FmtCommandTests {
  private static let untidy = "x=1 # one\n\n\n\nprint   x"
  private static let tidy = "x = 1  # one\n\nprint x\n"

  /// Runs `body` in a folder that holds these files.
  private func with(_ files: [String: String], _ body: (Workplace) throws -> Void) throws {
    try TemporaryFolder.with { url in
      let place = Workplace(url: url)
      for (name, text) in files { try place.write(name, Array(text.utf8)) }
      try body(place)
    }
  }

  /// A folder with programs.
  private struct Workplace {
    let url: URL

    func path(_ name: String) -> String { url.appending(path: name).path }

    func write(_ name: String, _ bytes: [UInt8]) throws {
      try Data(bytes).write(to: url.appending(path: name))
    }

    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
    }

    func permissions(_ name: String) throws -> Int {
      let attributes = try FileManager.default.attributesOfItem(atPath: path(name))
      return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
    }

    func restrict(_ name: String, to permissions: Int) throws {
      try FileManager.default.setAttributes(
        [.posixPermissions: permissions], ofItemAtPath: path(name))
    }

    /// Which file a name stands for: a replaced one is another.
    func identity(_ name: String) throws -> Int {
      let attributes = try FileManager.default.attributesOfItem(atPath: path(name))
      return (attributes[.systemFileNumber] as? NSNumber)?.intValue ?? -1
    }

    var names: [String] {
      get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
    }

    func fmt(_ arguments: String..., input: String = "") throws -> Command.Result {
      try Command(["fmt"] + arguments, input: Array(input.utf8), folder: url).result()
    }
  }

  // MARK: Files

  @Test func `a file is replaced, and nothing is left beside it`() throws {
    try with(["a.sparse": Self.untidy, "b.sparse": Self.tidy]) { place in
      let untouched = try place.identity("b.sparse")
      let result = try place.fmt("a.sparse", "b.sparse")
      #expect(result.output == "a.sparse: formatted\n")
      #expect(result.errors == "" && result.exitCode == 0)
      #expect(try place.text("a.sparse") == Self.tidy)
      #expect(try place.identity("b.sparse") == untouched)
      #expect(try place.names == ["a.sparse", "b.sparse"])
      let again = try place.fmt("a.sparse", "b.sparse")
      #expect(again.output == "" && again.errors == "" && again.exitCode == 0)
    }
  }

  @Test func `--quiet says nothing`() throws {
    try with(["a.sparse": Self.untidy]) { place in
      let result = try place.fmt("--quiet", "a.sparse")
      #expect(result.output == "" && result.errors == "" && result.exitCode == 0)
      #expect(try place.text("a.sparse") == Self.tidy)
    }
  }

  @Test func `--check lists what would change, and changes nothing`() throws {
    try with(["a.sparse": Self.untidy, "b.sparse": Self.tidy, "c.sparse": "y=2"]) { place in
      let result = try place.fmt("--check", "a.sparse", "b.sparse", "c.sparse")
      #expect(result.output == "a.sparse\nc.sparse\n")
      #expect(result.errors == "" && result.exitCode == 1)
      #expect(try place.text("a.sparse") == Self.untidy)
      let quiet = try place.fmt("--check", "--quiet", "a.sparse")
      #expect(quiet.output == "" && quiet.exitCode == 1)
      #expect(try place.fmt("--check", "b.sparse").exitCode == 0)
    }
  }

  @Test func `permissions stay`() throws {
    try with(["a.sparse": Self.untidy]) { place in
      try place.restrict("a.sparse", to: 0o751)
      #expect(try place.fmt("a.sparse").exitCode == 0)
      #expect(try place.text("a.sparse") == Self.tidy)
      #expect(try place.permissions("a.sparse") == 0o751)
    }
  }

  @Test func `behind a symbolic link the file is replaced, not the link`() throws {
    try with(["a.sparse": Self.untidy]) { place in
      try FileManager.default.createSymbolicLink(
        atPath: place.path("link.sparse"), withDestinationPath: "a.sparse")
      let result = try place.fmt("link.sparse")
      #expect(result.output == "link.sparse: formatted\n")
      #expect(try place.text("a.sparse") == Self.tidy)
      let target = try FileManager.default.destinationOfSymbolicLink(
        atPath: place.path("link.sparse"))
      #expect(target == "a.sparse")
    }
  }

  // MARK: Standard input

  @Test func `standard input goes to standard output`() throws {
    try with([:]) { place in
      let result = try place.fmt("-", input: Self.untidy)
      #expect(result.output == Self.tidy && result.errors == "" && result.exitCode == 0)
      #expect(try place.fmt("--quiet", "-", input: Self.tidy).output == Self.tidy)
      let check = try place.fmt("--check", "-", input: Self.untidy)
      #expect(check.output == "standard input\n" && check.exitCode == 1)
      #expect(try place.fmt("--check", "-", input: Self.tidy).exitCode == 0)
    }
  }

  // MARK: What goes wrong

  @Test func `a file with mistakes stays, and the others are formatted`() throws {
    try with(["bad.sparse": "x=[1, 2\n", "a.sparse": Self.untidy]) { place in
      let result = try place.fmt("bad.sparse", "a.sparse")
      #expect(
        result.errors.contains("error[E0302]") && result.errors.contains("--> bad.sparse:1:3"))
      #expect(result.output == "a.sparse: formatted\n")
      #expect(result.exitCode == 3)
      #expect(try place.text("bad.sparse") == "x=[1, 2\n")
      #expect(try place.fmt("--check", "bad.sparse", "a.sparse").exitCode == 3)
      let input = try place.fmt("-", input: "x=[1, 2\n")
      #expect(input.output == "" && input.errors.contains("error[E0302]") && input.exitCode == 3)
    }
  }

  @Test func `unknown names are left to check`() throws {
    try with(["a.sparse": "x=train nothing\n"]) { place in
      let result = try place.fmt("a.sparse")
      #expect(result.output == "a.sparse: formatted\n" && result.exitCode == 0)
      #expect(try place.text("a.sparse") == "x = train nothing\n")
    }
  }

  @Test func `what cannot be read is named, and the others are formatted`() throws {
    try with(["a.sparse": Self.untidy, "binary": "\u{7F}ELF\u{0}"]) { place in
      try place.write("latin.sparse", Array("# ".utf8) + [0xE9, 0x0A])
      let result = try place.fmt("none.sparse", ".", "binary", "latin.sparse", "a.sparse")
      #expect(
        result.errors.contains(
          "error[E0690]: `none.sparse` cannot be read: there is no such file\n"))
      #expect(result.errors.contains("error[E0690]: `.` cannot be read: it is a folder\n"))
      #expect(result.errors.contains("error[E0690]: `binary` cannot be read: it is binary data"))
      #expect(result.errors.contains("error[E0102]: these bytes are not UTF-8 text\n"))
      #expect(result.errors.contains("--> latin.sparse:1:3"))
      #expect(result.errors.matches(of: /= hint: ./).count == 4)
      #expect(result.output == "a.sparse: formatted\n")
      #expect(result.exitCode == 2)
      #expect(try place.text("a.sparse") == Self.tidy)
    }
  }

  @Test func `a read-only file stays, also for the superuser`() throws {
    try with(["a.sparse": Self.untidy]) { place in
      try place.restrict("a.sparse", to: 0o444)
      let result = try place.fmt("a.sparse")
      #expect(
        result.errors.contains("error[E0691]: `a.sparse` cannot be written: it is read-only\n"))
      #expect(result.errors.contains("= hint: "))
      #expect(result.output == "" && result.exitCode == 2)
      #expect(try place.text("a.sparse") == Self.untidy)
      #expect(try place.names == ["a.sparse"])
      #expect(try place.fmt("--check", "a.sparse").exitCode == 1)
    }
  }

  @Test func `without a file there is nothing to do`() throws {
    let result = try Command.run("fmt")
    #expect(result.errors.hasPrefix("error: there is no file to format\n = hint: "))
    #expect(result.output == "" && result.exitCode == 2)
  }

  // MARK: JSON

  @Test func `--json tells a line for each file, and the end`() throws {
    try with(["a.sparse": Self.untidy, "b.sparse": Self.tidy]) { place in
      let result = try place.fmt("--json", "a.sparse", "b.sparse", "none.sparse", "-", input: "y=2")
      let events = try JSONLines(result.output)
      let formats = events.named("format")
      #expect(formats.map { $0["file"] as? String } == ["a.sparse", "b.sparse", "standard input"])
      #expect(formats.map { $0["changed"] as? Bool } == [true, false, true])
      #expect(formats.map { $0["text"] as? String } == [nil, nil, "y = 2\n"])
      #expect(events.named("error").map { $0["code"] as? String } == ["E0690"])
      #expect(events.named("done").map { $0["exit"] as? Int } == [2])
      #expect(events.events.count == 5)
      #expect(result.errors == "" && result.exitCode == 2)
    }
  }

  // MARK: The project's own

  @Test func `every example is in canonical layout`() throws {
    let paths = Examples.all.map { Examples.folder.appending(path: $0).path }
    let result = try Command(["fmt", "--check"] + paths).result()
    #expect(result.output == "", "not in canonical layout; run `sparsesh fmt`")
    #expect(result.errors == "" && result.exitCode == 0)
    #expect(paths.count >= 25)
  }
}
