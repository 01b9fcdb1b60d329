import Catalogue
import Foundation
import Language
import TestSupport
import Testing
import Workbench

/// What the pages say is so: their programs check, and the reference is that of the catalogue.
@Suite struct DocumentationTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let pages: [String] = {
    let docs = root.appending(path: "docs").path
    let files = (try? FileManager.default.subpathsOfDirectory(atPath: docs)) ?? []
    let own = files.filter { $0.hasSuffix(".md") && !$0.hasPrefix("reference/") }
    return ["README.md"] + own.sorted().map { "docs/" + $0 }
  }()

  /// The blocks marked `sparse` of one page are one session at the prompt.
  @Test(arguments: pages) func itsProgramsCheck(page: String) throws {
    let text = try String(contentsOf: Self.root.appending(path: page), encoding: .utf8)
    let session = Session(SessionOptions()) { _ in }
    var before = ""
    for block in text.matches(of: /(?s)\n```sparse\n(.*?)```/).map({ String($0.1) }) {
      let source = Source(name: page, text: before + block)
      let checked = session.check(source, mode: .prompt)
      let problems = checked.diagnostics.map { DiagnosticRenderer().text($0) }
      #expect(problems.isEmpty, "\(page):\n\(block)\n\(problems.joined())")
      // What is bound by one block is known to the next.
      if problems.isEmpty { before += block }
    }
  }

  @Test func thePagesHavePrograms() throws {
    let readme = try String(
      contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    #expect(readme.contains("```sparse"))
    #expect(Self.pages.contains("docs/language.md"))
  }

  @Test func theReferenceIsThatOfTheCatalogue() throws {
    let folder = Self.root.appending(path: "docs/reference")
    let command = "run `swift run sparsesh doc --write docs/reference` and commit what changed"
    let files = Reference.files()
    for file in files {
      let written = try? String(contentsOf: folder.appending(path: file.name), encoding: .utf8)
      #expect(written == file.content, "docs/reference/\(file.name) is out of date: \(command)")
    }
    let there = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(there) == Set(files.map(\.name)), "\(command)")
  }

  /// Every example of the reference is part of a page, marked as a program.
  @Test func everyExampleIsOnItsPage() {
    let text = Reference.files().map(\.content).joined()
    for word in Word.all {
      for example in word.about.examples { #expect(text.contains(example.code)) }
    }
  }

  @Test func theScriptsOfTheProjectCheck() throws {
    let folder = Self.root.appending(path: "examples")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".sparse") }
    #expect(names.count >= 3)
    for name in names {
      let source = try ProgramFile.read(folder.appending(path: name).path)
      let problems = Session(SessionOptions()) { _ in }.check(source).diagnostics
      #expect(problems.isEmpty, "\(name): \(problems.map(\.message))")
    }
  }
}
