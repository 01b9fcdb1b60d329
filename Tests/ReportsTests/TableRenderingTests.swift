import Reports
import Testing

struct TableRenderingTests {
  private let table = Table(
    title: "Runs",
    columns: [
      .init("policy", .text), .init("best", .percent), .init("connections"), .init("time"),
    ],
    rows: [
      [.text("set"), .percent(0.9545), .count(138_340), .seconds(200)],
      [.text("漢字"), .missing, .count(7), .seconds(0.314)],
      [.text("dense"), .percent(.nan), .count(1_000_000), .missing],
    ], note: "Best on test.")

  @Test func terminal() {
    #expect(
      TerminalRenderer(width: 60).render(table) == """
        Runs
        policy    best  connections        time
        ──────  ──────  ───────────  ──────────
        set     95.45%      138,340  3 min 20 s
        漢字         –            7      0.31 s
        dense        –    1,000,000           –
        Best on test.

        """)
  }

  @Test func wideTextsTakeSeveralLinesAndNumbersNone() {
    let wide = Table(
      columns: [.init("name", .text), .init("n")],
      rows: [[.text(String(repeating: "abc ", count: 40)), .count(123_456_789)]])
    let lines = TerminalRenderer(width: 40).render(wide).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 40 })
    #expect(lines[2].hasSuffix("123,456,789"))
    #expect(lines[3].hasPrefix("abc abc"))
    #expect(lines[5].hasSuffix("…"), "four lines at the most")
    #expect(lines.count == 6)
  }

  @Test func markdown() {
    let shown = MarkdownRenderer().render(Document(title: "T", blocks: [.table(table)]))
    #expect(
      shown == """
        # T

        **Runs**

        | policy | best | connections | time |
        | --- | ---: | ---: | ---: |
        | set | 95.45% | 138,340 | 3 min 20 s |
        | 漢字 | – | 7 | 0.31 s |
        | dense | – | 1,000,000 | – |

        Best on test.

        """)
  }

  @Test func csvKeepsEveryDigit() {
    let csv = CSVRenderer().render(Document(title: "T", blocks: [.paragraph("p"), .table(table)]))
    #expect(
      csv == "policy,best,connections,time\r\nset,0.9545,138340,200\r\n漢字,,7,0.314\r\n"
        + "dense,,1000000,\r\n")
  }

  @Test func csvOfSeveralPartsNamesThem() {
    let chart = Chart(
      title: "Curve", x: Axis("epoch"), y: Axis("loss"), series: [Series("a", values: [0.5, .nan])])
    let csv = CSVRenderer().render(
      Document(title: "T", blocks: [.heading("H"), .facts([Fact("n", .count(2))]), .chart(chart)]))
    #expect(
      csv == "H\r\nname,value\r\nn,2\r\n\r\nCurve\r\nseries,epoch,loss\r\na,1,0.5\r\na,2,\r\n")
  }

  @Test func pagesAreMarkedUpForEveryReader() {
    let page = HTMLRenderer().render(Document(title: "T", blocks: [.table(table)]))
    for piece in [
      "<html lang=\"en\">", "<meta name=\"viewport\"", "<title>T</title>",
      "<caption>Runs</caption>",
      "<th scope=\"col\" class=\"n\">best</th>", "<th scope=\"row\">set</th>",
      "<td class=\"n\" data-v=\"0.9545\">95.45%</td>", "prefers-color-scheme:dark", "@media print",
    ] {
      #expect(page.contains(piece), "\(piece)")
    }
    #expect(!page.contains("http:") && !page.contains("https:"), "nothing is from elsewhere")
  }

  @Test func aTableWithoutRows() {
    let empty = Table(columns: [.init("a")], rows: [])
    #expect(TerminalRenderer().render(empty).contains("no rows"))
    #expect(empty.column("a") == [])
    #expect(empty.column("b") == nil)
  }
}
