import Catalogue
import Foundation
import Language
import TestSupport
import Testing

/// What holds for the layout of every program.
@Suite struct LayoutPropertyTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// What is wrong with the layout of a program, if anything; nil also where it has mistakes.
  static func fault(_ source: Source, mode: SourceMode) -> String? {
    let text: String
    do {
      text = try Layout.canonical(source, vocabulary: Toy.vocabulary, mode: mode)
    } catch {
      if error.diagnostics.isEmpty { return "refused without a reason" }
      return error.diagnostics.contains { $0.code.id.hasPrefix("E09") }
        ? "its layout would change it: \(DiagnosticRenderer().text(error.diagnostics[0]))" : nil
    }
    guard tokens(source) == tokens(Source(name: "made", text: text)) else { return "other tokens" }
    guard LayoutTests.tree(source.text, mode: mode) == LayoutTests.tree(text, mode: mode) else {
      return "another tree"
    }
    let again = try? LayoutTests.canonical(text, mode: mode)
    guard again == text else { return "not idempotent: \(text.debugDescription)" }
    return nil
  }

  /// Kinds and texts of all tokens; newlines in a row are one, comments without blanks at their ends.
  private static func tokens(_ source: Source) -> [String] {
    let all = Lexer.tokens(of: source).all.filter { ![.space, .newline, .end].contains($0.kind) }
    return all.map { token in
      var text = source.text(token.range)
      while token.kind.isTrivia, text.last == " " || text.last == "\t" { text.removeLast() }
      return "\(token.kind) \(token.startsLine) \(text)"
    }
  }

  @Test(arguments: GoldenTests.names) func aGoldenProgram(name: String) throws {
    let text = try String(
      contentsOf: GoldenTests.folder.appending(path: name + ".sparse"), encoding: .utf8)
    for mode in [SourceMode.file, .prompt] {
      #expect(Self.fault(Source(name: name, text: text), mode: mode) == nil)
    }
  }

  @Test func sentencesOfTheGrammar() throws {
    let grammar = try Grammar(
      String(contentsOf: Self.root.appending(path: "grammar/sparse.ebnf"), encoding: .utf8))
    var generator = SentenceGenerator(grammar, seed: 3)
    var laidOut = 0
    for _ in 0..<1000 {
      let text = generator.program()
      if let fault = Self.fault(Source(name: "generated", text: text), mode: .prompt) {
        Issue.record("\(fault)\nin: \(text)")
        return
      }
      if (try? LayoutTests.canonical(text, mode: .prompt)) != nil { laidOut += 1 }
    }
    #expect(laidOut > 300)
  }

  /// How much space there was does not matter, only where there was any.
  @Test func onlyWhetherThereIsSpaceMatters() throws {
    var dice = Dice(seed: 5)
    for pair in LayoutPair.all {
      for _ in 0..<20 {
        let noisy = Self.noisy(pair.untidy, &dice)
        #expect(try LayoutTests.canonical(noisy) == pair.canonical, "\(noisy.debugDescription)")
      }
    }
  }

  /// The program with other spaces, newlines of another system and more empty lines.
  private static func noisy(_ text: String, _ dice: inout Dice) -> String {
    let source = Source(name: "noisy", text: text)
    var noisy = ""
    for token in Lexer.tokens(of: source).all {
      switch token.kind {
      case .space where token.range.lowerBound > 0:
        noisy += (0...dice.below(3)).map { _ in [" ", "\t"][dice.below(2)] }.joined()
      case .newline:
        noisy += ["", " ", "\t "][dice.below(3)] + ["\n", "\r\n", "\r"][dice.below(3)]
        if isBlank(source, before: token) { noisy += ["", "\n", " \n\n"][dice.below(3)] }
      default: noisy += source.text(token.range)
      }
    }
    return noisy
  }

  /// Whether nothing stands on the line that a newline ends.
  private static func isBlank(_ source: Source, before newline: Token) -> Bool {
    let line = source.range(ofLine: source.position(at: newline.range.lowerBound).line)
    return source.text(line).allSatisfy(\.isWhitespace)
  }
}
