import Catalogue
import Language
import Testing

@Suite struct DiagnosticTests {
  private static let code = ErrorCode("E0204", "not registered")

  @Test func theFormatIsThatOfTheDesign() {
    let text = "a\nb\nc\nfirst = train net data=mad policy=codacorest epochs=100\n"
    let source = Source(name: "madelon.sparse", text: text)
    let start = text.utf8.count - " epochs=100\n".utf8.count - "codacorest".utf8.count
    let diagnostic = Diagnostic(
      Self.code, "`codacorest` is not a policy", at: Span(source, start..<start + 10),
      label: "not a policy", hint: "did you mean `codacorset`?")
    #expect(
      DiagnosticRenderer().text(diagnostic) == """
        error[E0204]: `codacorest` is not a policy
          --> madelon.sparse:4:35
           |
         4 | first = train net data=mad policy=codacorest epochs=100
           |                                   ^^^^^^^^^^ not a policy
           = hint: did you mean `codacorset`?

        """)
  }

  @Test func severalSourcesAndLines() {
    let earlier = Source(name: "input 1", text: "x = 1")
    let source = Source(name: "input 2", text: "y = [\n  1,\n  2\n]\n")
    let diagnostic = Diagnostic(Self.code, "message", at: Span(source, 4..<17), label: "here")
      .with(Span(earlier, 0..<1), "first")
    #expect(
      DiagnosticRenderer().text(diagnostic) == """
        error[E0204]: message
          --> input 2:1:5
           |
         1 | y = [
           |     ^
          ...
         4 | ]
           | ^ here
          ::: input 1:1:1
           |
         1 | x = 1
           | - first

        """)
  }

  @Test func colourIsOnlyColour() {
    let source = Source(name: "a", text: "x")
    let diagnostic = Diagnostic(
      Self.code, "message", at: Span(source, 0..<1), label: "l", hint: "h")
    let coloured = DiagnosticRenderer(isColoured: true).text(diagnostic)
    #expect(coloured.hasPrefix("\u{1B}[1;31merror[E0204]\u{1B}[0m"))
    #expect(
      coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == DiagnosticRenderer().text(diagnostic))
  }

  @Test func placesInOddTextsAreShown() {
    let source = Source(name: "a", bytes: [0x61, 0xFF, 0xFE, 0x09, 0x00, 0xE6, 0x97, 0xA5, 0x0A])
    for start in 0...9 {
      for end in start...9 {
        let text = DiagnosticRenderer(width: 20).text(
          Diagnostic(Self.code, "m", at: Span(source, start..<end)))
        #expect(text.contains("^"))
      }
    }
  }

  @Test func longLinesAreClippedAroundThePlace() {
    let source = Source(name: "a", text: String(repeating: "日", count: 300))
    for start in stride(from: 0, to: 900, by: 90) {
      let text = DiagnosticRenderer(width: 40).text(
        Diagnostic(Self.code, "m", at: Span(source, start..<start + 3)))
      let lines = text.split(separator: "\n")
      #expect(lines[3].unicodeScalars.count <= 26)
      let column = lines[4].unicodeScalars.count
      #expect(column < 48)
      #expect(lines[4].hasSuffix(" ^^") || lines[4].hasSuffix("|^^"))
    }
  }

  @Test func fieldsCountFromOneInScalars() {
    let source = Source(name: "a.sparse", text: "größe\n日本 x")
    let diagnostic = Diagnostic(Self.code, "m", at: Span(source, 8..<16), hint: "h")
    let fields = diagnostic.fields
    #expect([fields.line, fields.column, fields.endLine, fields.endColumn] == [2, 1, 2, 5])
    #expect(fields.code == "E0204" && fields.file == "a.sparse" && fields.hint == "h")
  }

  @Test func codesAreUniqueAndExplained() {
    let codes = LanguageErrors.all
    #expect(Set(codes).count == codes.count)
    #expect(codes.map(\.id) == codes.map(\.id).sorted())
    for code in codes {
      #expect(code.id.wholeMatch(of: /E0[1-9]\d\d/) != nil)
      #expect(!code.title.isEmpty && code.explanation.hasSuffix("."))
    }
  }
}
