import Reports
import TestSupport
import Testing

/// Layers before and after as recorded, and in every form.
struct TopologyChangeTests {
  private typealias Connection = TopologyChange.Connection

  private static let small = TopologyChange(
    title: "Step 1 <b>", rows: 3, columns: 4,
    kept: [
      Connection(row: 0, column: 1, weight: 0.75), Connection(row: 2, column: 3, weight: -0.5),
    ],
    removed: [
      Connection(row: 1, column: 0, weight: -0.01, reason: "nearer to zero than <-0.5>"),
      Connection(row: 2, column: 2, weight: 0.25),
    ],
    added: [
      Connection(row: 1, column: 0, weight: 0.4, reason: "probability 0.2"),
      Connection(row: 0, column: 3, weight: -0.3, reason: "probability 0.2"),
    ])
  private static let samples: [(name: String, change: TopologyChange)] = [
    ("topology-change", small),
    (
      "topology-change-wide",
      TopologyChange(
        title: "", rows: 11, columns: 30,
        kept: (0..<30).map { Connection(row: $0 % 11, column: $0, weight: 1) },
        removed: [Connection(row: 10, column: 0, weight: 0.1)],
        added: [Connection(row: 9, column: 29, weight: 0.2)])
    ),
    (
      "topology-change-empty",
      TopologyChange(title: "Nothing", rows: 0, columns: 0, kept: [], removed: [], added: [])
    ),
  ]

  @Test(arguments: samples.map(\.name)) func drawnAsRecorded(name: String) throws {
    let change = try #require(Self.samples.first { $0.name == name }).change
    let document = Document(title: "", blocks: [.topologyChange(change)])
    let svg = GoldenFile("\(name).svg").difference(from: try SVGRenderer().render(document))
    #expect(svg == nil)
    let text = GoldenFile("\(name).txt").difference(
      from: TerminalRenderer(width: 60).render(change))
    #expect(text == nil)
  }

  @Test(arguments: [1, 20, 33, 200, 100_000]) func anyWidthWillDo(width: Int) {
    for (name, change) in Self.samples {
      let lines = TerminalRenderer(width: width).render(change).split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= max(width, 24) }, "\(name): \(lines)")
    }
  }

  @Test func colourIsOnlyAdded() {
    for (_, change) in Self.samples {
      let colored = TerminalRenderer(width: 60, color: true).render(change)
      #expect(
        colored.replacing(/\u{1B}\[[0-9;]*m/, with: "")
          == TerminalRenderer(width: 60).render(change))
      #expect(colored.contains("\u{1B}["))
    }
  }

  @Test func everyFormTellsWhatWentAndCame() {
    let document = Document(title: "t", blocks: [.topologyChange(Self.small)])
    let csv = CSVRenderer().render(document)
    #expect(csv.hasPrefix("change,input,output,weight\r\nkept,0,1,0.75\r\n"))
    #expect(csv.contains("removed,1,0,-0.01\r\n") && csv.hasSuffix("added,0,3,-0.3\r\n"))
    #expect(
      document.json.line.contains(
        "\"removed\":[{\"input\":1,\"output\":0,\"weight\":-0.01,\"reason\":\"nearer"))
    let html = HTMLRenderer().render(document)
    #expect(html.contains("<title>input 1 → output 0 comes, weight 0.4; probability 0.2</title>"))
    #expect(html.contains("nearer to zero than &lt;-0.5&gt;") && !html.contains("<b>"))
    #expect(html.contains("2 go: 1 to 0, 2 to 2."))
    #expect(MarkdownRenderer().render(document).contains("−"))
  }
}
