import Catalogue
import Foundation
import Language
import Testing
import Workbench

/// The programs of the project in canonical layout, with the words of the house.
@Suite struct ProgramLayoutTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Every program of the examples and of the tests, by its path.
  private static let programs: [String] = ["examples", "Tests"].flatMap { folder in
    let path = root.appending(path: folder).path
    let files = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
    return files.filter { $0.hasSuffix(".sparse") }.sorted().map { "\(folder)/\($0)" }
  }

  private static func canonical(
    _ source: Source, mode: SourceMode = .file
  ) throws(LayoutRefusal) -> String {
    try Layout.canonical(source, vocabulary: Words.vocabulary, mode: mode)
  }

  @Test func thereAreManyOfThem() {
    #expect(Self.programs.count { $0.hasPrefix("examples/") } >= 25)
    #expect(Self.programs.count >= 300)
  }

  @Test(arguments: programs) func aProgramSaysTheSame(path: String) throws {
    let data = try Data(contentsOf: Self.root.appending(path: path))
    let source = Source(name: path, bytes: Array(data))
    let text: String
    do {
      text = try Self.canonical(source)
    } catch {
      #expect(!error.diagnostics.contains { $0.code.id.hasPrefix("E09") })
      #expect(!path.hasPrefix("examples/") && !path.contains("/good/"), "\(error.diagnostics)")
      return
    }
    let made = Source(name: path, text: text)
    #expect(Self.words(source) == Self.words(made))
    #expect(try Self.canonical(made) == text)
    if path.hasPrefix("examples/") {
      #expect(text == source.text, "run `sparsesh fmt \(path)`")
    }
  }

  /// The tokens and comments of a program with the lines that they begin.
  private static func words(_ source: Source) -> [String] {
    Lexer.tokens(of: source).all.filter { ![.space, .newline, .end].contains($0.kind) }.map {
      let text = source.text($0.range)
      return "\($0.startsLine) "
        + ($0.kind.isTrivia ? text.trimmingCharacters(in: .whitespaces) : text)
    }
  }

  /// What people copy from the pages.
  @Test(arguments: [
    "README.md", "docs/language.md", "docs/notebook.md", "docs/export.md", "docs/formatting.md",
  ])
  func thePagesShowCanonicalLayout(page: String) throws {
    let text = try String(contentsOf: Self.root.appending(path: page), encoding: .utf8)
    for block in text.matches(of: /(?s)\n```sparse\n(.*?)```/).map({ String($0.1) }) {
      #expect(try Self.canonical(Source(name: page, text: block), mode: .prompt) == block)
    }
  }

  /// Their `=` need not be aligned: most are shown line by line.
  @Test(arguments: Word.all) func theExamplesOfAWordAreInCanonicalLayout(word: Word) throws {
    for example in word.about.examples {
      let source = Source(name: word.testDescription, text: example.code)
      let text = try Self.canonical(source, mode: .prompt)
      #expect(text.replacing(/\ +=/, with: " =") == example.code + "\n")
    }
  }
}
