import Catalogue
import FoundationEssentials
import Reports
import TestSupport
import Testing

struct WritingTests {
  private let document = Document(
    title: "T",
    blocks: [
      .chart(Chart(title: "c", x: Axis(), y: Axis(), series: [Series("s", values: [1, 2])]))
    ])

  private func refusal(_ path: String, _ document: Document? = nil) -> ReportError? {
    do {
      try (document ?? self.document).write(to: path)
      return nil
    } catch {
      return error as? ReportError
    }
  }

  @Test(arguments: DocumentFormat.allCases)
  func everyFormatIsWrittenWholeIntoFoldersMadeForIt(format: DocumentFormat) throws {
    try TemporaryFolder.with { folder in
      let file = folder.appending(path: "a/b c/out.\(format.rawValue.uppercased())")
      try document.write(to: file.path)
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text == (try format.renderer.render(document)))
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/a/b c")
      #expect(names.count == 1, "no temporary file stays")
    }
  }

  @Test func anOlderFileIsReplaced() throws {
    try TemporaryFolder.with { folder in
      let file = folder.appending(path: "out.md")
      try document.write(to: file.path)
      try Document(title: "new").write(to: file.path)
      #expect(try String(contentsOf: file, encoding: .utf8) == "# new\n")
    }
  }

  @Test(arguments: ["out.pdf", "out", "", "out.", ".html", "folder.html/", "a.html/b"])
  func namesWithoutAKnownExtension(path: String) throws {
    let error = try #require(refusal(path))
    #expect(error == .unknownExtension(path: path))
    #expect(error.code.id == "E0640")
    #expect(error.place == .key("to"))
    #expect(error.hint == "end the name in .html, .md, .csv, .json, .svg or .txt")
  }

  @Test func aFolderThatIsAFile() throws {
    try TemporaryFolder.with { folder in
      let file = folder.appending(path: "file.md")
      try document.write(to: file.path)
      let error = try #require(refusal(file.path + "/x/out.html"))
      #expect(error.code.id == "E0641")
      #expect(error.message.contains("not a directory"))
      #expect(error.place == .key("to"))
      #expect(error.hint != nil)
    }
  }

  @Test func aTargetThatIsAFolder() throws {
    try TemporaryFolder.with { folder in
      let target = folder.appending(path: "out.html")
      try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
      #expect(try #require(refusal(target.path)).code.id == "E0641")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out.html"])
    }
  }

  @Test func placesThatCannotBeWritten() {
    #expect(refusal("/proc/none/out.html")?.code.id == "E0641")
    #expect(refusal("/dev/null/out.html")?.code.id == "E0641")
    #expect(refusal("zero\0byte.html")?.code.id == "E0641")
    #expect(refusal(String(repeating: "x", count: 5000) + ".html")?.code.id == "E0641")
  }

  @Test func aDrawingOfNothing() throws {
    try TemporaryFolder.with { folder in
      let path = folder.appending(path: "out.svg").path
      #expect(refusal(path, Document(title: "T", blocks: [.paragraph("p")]))?.code.id == "E0642")
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }
}
