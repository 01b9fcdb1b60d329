import Foundation
import Reports
import Testing

/// What a page holds for its script. What the script makes of it is for `scripts/check-pages`.
struct PageTests {
  private func page(_ blocks: Block...) -> String {
    HTMLRenderer().render(Document(title: "t", blocks: blocks))
  }

  private func data(_ page: String) throws -> Substring {
    try #require(page.firstMatch(of: #/<script type="application\/json">(.*)<\/script>/#)).1
  }

  @Test func nothingButOurScriptAndStyleMayRunOrLoad() throws {
    let page = page(.paragraph("p"))
    let policy = try #require(
      page.firstMatch(of: #/http-equiv="Content-Security-Policy" content="([^"]*)"/#)
    ).1
    let source = #/'sha256-[A-Za-z0-9+\/]{43}='/#
    #expect(policy.hasPrefix("default-src 'none'; script-src 'sha256-"))
    #expect(policy.matches(of: source).count == 1)
    #expect(!policy.contains("unsafe-eval") && !policy.contains("http"))
    #expect(policy.components(separatedBy: "unsafe-inline").count == 2, "of styles alone")
    // Attributes that the policy would forbid.
    #expect(page.matches(of: #/<[^>]+ on\w+=/#).isEmpty)
  }

  @Test func chartsCarryTheirValues() throws {
    let series = Series("a<b", values: [0.5, .nan, 1 / 3], spread: [0.1, 0.2, .nan])
    let chart = Chart(title: "c", x: Axis("epoch", unit: .count), y: Axis("y"), series: [series])
    let found = try data(page(.chart(chart)))
    #expect(found.contains(#""n":"a\u003cb","c":0,"x":[1,3],"y":[0.5,0.333333333],"e":[0.1,null]"#))
    let whole = Chart(title: "c", x: Axis(), y: Axis(), series: [Series("", values: [1, 2])])
    #expect(try data(page(.chart(whole))).contains(#""c":0,"y":[1,2]"#))
  }

  @Test func aMillionPointsAreReadOutByTheirExtremes() throws {
    var values = (0..<1_000_000).map { Double($0 % 7) / 10 }
    values[123_456] = 99
    values[654_321] = -99
    let chart = Chart(title: "c", x: Axis(), y: Axis(), series: [Series("", values: values)])
    let page = page(.chart(chart))
    #expect(page.utf8.count < 600_000)
    let found = try data(page)
    #expect(found.contains("123457") && found.contains(",99,") && found.contains(",-99,"))
  }

  @Test func fewPointsHaveTitlesAndManyNone() {
    func titles(_ count: Int) -> Int {
      let series = Series("s", values: (0..<count).map(Double.init))
      let chart = Chart(title: "c", x: Axis("x"), y: Axis("y"), series: [series])
      return page(.chart(chart)).matches(of: #/<circle class="hit"/#).count
    }
    #expect(titles(5) == 5)
    #expect(titles(500) == 0)
    let map = Heatmap(
      title: "m", rows: .init("r", names: ["a"]), columns: .init("c", names: ["b", "<"]),
      label: "l", values: [1, .nan])
    let shown = page(.heatmap(map))
    #expect(shown.contains("<title>r a, c b: 1</title>"))
    #expect(shown.matches(of: #/<rect class="hit"/#).count == 1)
  }

  @Test func cellsCarryWhatTheyAreSortedBy() {
    let table = Table(
      columns: [.init("a", .text), .init("b"), .init("c")],
      rows: [[.text("x"), .number(1 / 3), .count(1234)], [.text("y"), .missing, .count(5)]])
    let shown = page(.table(table))
    #expect(shown.contains("<td class=\"n\" data-v=\"0.3333333333333333\">0.3333</td>"))
    #expect(shown.contains("<td class=\"n\">1,234</td>"))
    #expect(shown.contains("<td class=\"n\">–</td>"))
    #expect(!HTMLRenderer().render(.table(table)).contains("data-v"))
  }

  @Test func longReportsHaveContents() {
    let headings = ["One", "<Two>", "Three"].map(Block.heading)
    let page = HTMLRenderer().render(Document(title: "t", blocks: headings))
    #expect(page.contains("<li><a href=\"#part2\">&lt;Two&gt;</a></li>"))
    #expect(page.contains("<h2 id=\"part2\">&lt;Two&gt;</h2>"))
    #expect(!HTMLRenderer().render(Document(title: "t", blocks: [headings[0]])).contains("<nav"))
  }
}
