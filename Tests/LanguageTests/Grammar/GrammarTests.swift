import Catalogue
import Foundation
import Language
import Testing

/// `grammar/sparse.ebnf` and the code say the same.
@Suite struct GrammarTests {
  let grammar: Grammar

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    grammar = try Grammar(
      String(contentsOf: root.appending(path: "grammar/sparse.ebnf"), encoding: .utf8))
  }

  @Test func terminalsAreTheLexersTokens() {
    let fixed = Set(TokenKind.allCases.filter(\.isFixed).map(\.rawValue))
    // `in` and `out` are names that mean something in shapes alone.
    #expect(grammar.terminals.subtracting(["in", "out"]) == fixed)
    let classes = grammar.symbols.filter { $0.first?.isUppercase == true && !$0.hasPrefix("VERB_") }
    let trivia: Set<String> = ["SPACE", "DOCUMENTATION", "INVALID", "END"]
    let tokens = Set(TokenKind.allCases.filter { !$0.isFixed }.map(\.rawValue)).subtracting(trivia)
    #expect(classes == tokens)
  }

  @Test func everySymbolIsDefinedAndUsed() {
    let defined = Set(grammar.rules.keys)
    let used = grammar.symbols.filter { $0.first?.isLowercase == true }
    #expect(used.union([grammar.start]) == defined)
  }

  @Test func everySubjectHasItsVerbs() {
    let classes = grammar.symbols.filter { $0.hasPrefix("VERB_") }
    #expect(classes.count == 10)
  }

  @Test func generatedSentencesParse() {
    var generator = SentenceGenerator(grammar, seed: 1)
    var statements = 0
    for _ in 0..<500 {
      let text = generator.program()
      let program = Parser.parse(
        Source(name: "generated", text: text), vocabulary: Toy.vocabulary, mode: .prompt)
      statements += program.statements.count
      let serious = program.diagnostics.filter { !Self.isBeyondTheGrammar($0) }
      if let first = serious.first {
        Issue.record(
          "\(first.code): \(first.message)\n\(DiagnosticRenderer().text(first))\nin: \(text)")
        return
      }
    }
    #expect(statements > 300)
  }

  /// What the grammar allows and its comment withholds: names that are verbs, `over` where the verb takes none, numbers
  /// that are no width.
  private static func isBeyondTheGrammar(_ diagnostic: Diagnostic) -> Bool {
    switch diagnostic.code.id {
    case "E0207", "E0307", "E0308", "E0314": true
    case "E0311":
      diagnostic.message.contains("whole number") || diagnostic.message.contains("layers")
    default: false
    }
  }
}
