import Reports
import Testing

/// Documents as parts of a page of another's making.
@Suite struct FragmentTests {
  private let document = Document(
    title: "A <b>title</b>",
    blocks: [
      .paragraph("a & b"),
      .table(Table(columns: [.init("n")], rows: [[.number(1)]])),
      .chart(SampleCharts.fortySeries), .chart(SampleCharts.fortySeries),
    ])

  @Test func itsRulesTouchNothingElseOnThePage() throws {
    let html = HTMLRenderer().fragment(document)
    #expect(html.hasPrefix("<div class=\"sparsesh\">\n<style>\n"))
    let style = try #require(html.firstMatch(of: #/<style>\n((?s).*?)\n</style>/#)).1
    let rules = style.split(separator: "\n")
    #expect(rules.count > 15)
    for rule in rules {
      let selectors = rule.prefix { $0 != "{" }.split(separator: ",")
      for selector in selectors { #expect(selector.contains(".sparsesh"), "\(rule)") }
    }
  }

  @Test func textsAreEscaped() {
    let html = HTMLRenderer().fragment(document)
    #expect(html.contains("<h3>A &lt;b&gt;title&lt;/b&gt;</h3>"))
    #expect(html.contains("<p>a &amp; b</p>"))
    #expect(!html.contains("<html") && !html.contains("<script"))
  }

  @Test func drawingsHaveNamesOfTheirOwn() {
    let first = HTMLRenderer().fragment(document)
    let second = HTMLRenderer().fragment(document, chartsBefore: 2)
    let names = (first + second).matches(of: #/id="([^"]+)"/#).map { String($0.1) }
    #expect(names.count == 8)
    #expect(Set(names).count == names.count)
  }

  @Test func anEmptyDocumentIsAnEmptyPart() {
    let html = HTMLRenderer().fragment(Document(title: ""))
    #expect(!html.contains("<h3>") && html.hasSuffix("</div>\n"))
  }
}
