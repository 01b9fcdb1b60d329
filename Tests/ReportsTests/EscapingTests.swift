import Foundation
import Reports
import Testing

/// Names and texts come from data files and scripts: none may be taken for markup.
struct EscapingTests {
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a & b &amp; c", "it's \"so\"",
    "line\nbreak", "a | b", "\u{1B}[31mred\u{7}", "nul\u{0}byte", "*bold* _it_ `code`",
    "[link](javascript:alert(1))", "# head", "=1+1", "-->", "]]>", "\u{202E}reversed",
  ]

  /// A document with the text in every place where a text can stand.
  private func document(_ text: String) -> Document {
    Document(
      title: text,
      blocks: [
        .heading(text), .paragraph(text), .code(text),
        .facts([Fact(text, .text(text), note: text)]),
        .table(
          Table(
            title: text, columns: [.init(text, .text), .init(text)],
            rows: [[.text(text), .number(-1)]], note: text)),
        .chart(
          Chart(
            title: text, x: Axis(text), y: Axis(text),
            series: [Series(text, values: [1, 2]), Series(text, values: [2, 1])])),
      ])
  }

  @Test(arguments: hostile)
  func pagesHoldNoElementThatWeDidNotWrite(text: String) {
    let page = HTMLRenderer().render(document(text))
    let harmless = HTMLRenderer().render(document("x"))
    func elements(_ page: String) -> [String] {
      page.matches(of: /<\/?[a-zA-Z!][a-zA-Z0-9]*/).map { String($0.0) }
    }
    #expect(elements(page) == elements(harmless))
    #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
  }

  @Test(arguments: hostile)
  func drawingsAreWellFormed(text: String) throws {
    let svg = try SVGRenderer().render(document(text))
    let elements = svg.matches(of: /<\/?[a-z]+/).count
    #expect(elements == (try SVGRenderer().render(document("x"))).matches(of: /<\/?[a-z]+/).count)
    #expect(!svg.contains("&amp;amp;") || text.contains("&amp;"))
  }

  @Test(arguments: hostile)
  func terminalsGetNoControlCharacters(text: String) {
    let shown = TerminalRenderer(width: 80).render(document(text))
    let controls = shown.unicodeScalars.filter {
      ($0.value < 0x20 && $0 != "\n") || (0x7F..<0xA0).contains($0.value)
        || (0x202A...0x202E).contains($0.value)
    }
    #expect(controls.isEmpty)
  }

  @Test func markdown() {
    func cell(_ text: String) -> String {
      let table = Table(columns: [.init("c", .text)], rows: [[.text(text)]])
      let lines = MarkdownRenderer().render(Document(title: "", blocks: [.table(table)]))
        .split(separator: "\n")
      return String(lines[2].dropFirst(2).dropLast(2))
    }
    #expect(cell("a | b") == #"a \| b"#)
    #expect(cell("<b>&lt;") == #"\<b\>\&lt;"#)
    #expect(cell("two\nlines") == "two lines")
    #expect(cell("leaky_relu") == "leaky_relu")
    #expect(cell("_it_") == #"\_it\_"#)
    #expect(cell("[a](b)") == #"\[a\](b)"#)
    #expect(cell("# one") == "\\# one")
    #expect(cell("1. one") == #"1\. one"#)
    #expect(cell("15.95%") == "15.95%")
  }

  @Test func markdownFencesAreLongerThanWhatTheyHold() {
    let text = "a\n````\nb"
    let shown = MarkdownRenderer().render(Document(title: "", blocks: [.code(text)]))
    #expect(shown == "`````\na\n````\nb\n`````\n")
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("cr\r\nlf", "\"cr\r\nlf\""), (" blank", "\" blank\""),
    ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
    ("@SUM(A1)", "'@SUM(A1)"), ("=a,b", "\"'=a,b\""), ("-1.5", "-1.5"), ("", ""),
  ])
  func csvFields(text: String, field: String) {
    let table = Table(
      columns: [.init("c", .text), .init("n")], rows: [[.text(text), .number(-2)]])
    let csv = CSVRenderer().render(Document(title: "", blocks: [.table(table)]))
    #expect(csv == "c,n\r\n\(field),-2\r\n")
  }
}
