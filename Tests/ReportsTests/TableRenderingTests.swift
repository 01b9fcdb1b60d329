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

  /// Of a policy's call every letter counts: what does not fit goes below.
  @Test func wideTablesAreShownInBands() {
    let numbers = (1...8).map { Table.Column("number \($0)") }
    let wide = Table(
      title: "Wide", columns: [.init("policy", .text)] + numbers,
      rows: ["set(zeta=30%)", "codacorset(zeta=30%)"].map { name in
        [.text(name)] + (1...8).map { .number(Double($0) / 8) }
      }, note: "A note.")
    #expect(
      TerminalRenderer(width: 60).render(wide) == """
        Wide
        policy                number 1  number 2  number 3  number 4
        ────────────────────  ────────  ────────  ────────  ────────
        set(zeta=30%)            0.125      0.25     0.375       0.5
        codacorset(zeta=30%)     0.125      0.25     0.375       0.5

        policy                number 5  number 6  number 7  number 8
        ────────────────────  ────────  ────────  ────────  ────────
        set(zeta=30%)            0.625      0.75     0.875         1
        codacorset(zeta=30%)     0.625      0.75     0.875         1
        A note.

        """)
  }

  @Test(arguments: [20, 30, 47, 80, 200])
  func noTableIsWiderThanTheTerminal(width: Int) {
    let texts = ["short", String(repeating: "long", count: 30), "some words in a row"]
    for leading in 0...3 {
      let table = Table(
        columns: (0..<leading).map { .init("text \($0)", .text) }
          + (0..<6).map { .init("n\($0)") } + [.init("mark", .text)],
        rows: texts.map { text in
          (0..<leading).map { _ in .text(text) } + (0..<6).map { .count($0 * 1111) } + [.text(text)]
        })
      let lines = TerminalRenderer(width: width).render(table).split(separator: "\n")
      // Three keys and a text of eight letters take 38.
      #expect(lines.allSatisfy { $0.count <= max(width, 38) }, "\(leading)")
      for head in ["n0", "n5", "mark"] { #expect(lines.contains { $0.contains(head) }) }
    }
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
