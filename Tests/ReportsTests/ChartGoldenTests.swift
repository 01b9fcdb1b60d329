import Reports
import TestSupport
import Testing

/// Every sort of chart, as recorded. `SPARSESH_RECORD=1 swift test --filter ReportsTests` records.
struct ChartGoldenTests {
  @Test(arguments: SampleCharts.all.map(\.name))
  func drawnAsRecorded(name: String) throws {
    let chart = try #require(SampleCharts.all.first { $0.name == name }).chart
    let svg = GoldenFile("\(name).svg").difference(from: SVGRenderer().render(chart))
    #expect(svg == nil)
    // What is thinned is tried in VegaLiteTests; recorded it would be a large file.
    if chart.series.allSatisfy({ $0.x.count <= 1000 }) {
      let specification = VegaLiteRenderer().specification(of: chart).pretty + "\n"
      let vegaLite = GoldenFile("\(name).vl.json").difference(from: specification)
      #expect(vegaLite == nil)
    }
    let text = TerminalRenderer(width: 60).render(chart)
    let terminal = GoldenFile("\(name).txt").difference(from: text)
    #expect(terminal == nil)
  }

  @Test(arguments: [1, 20, 33, 200, 100_000])
  func anyWidthWillDo(width: Int) {
    for (name, chart) in SampleCharts.all {
      let lines = TerminalRenderer(width: width).render(chart).split(separator: "\n")
      #expect(lines.count >= 12, "\(name)")
      #expect(lines.allSatisfy { $0.count <= max(width, 30) }, "\(name)")
    }
  }

  @Test func colourIsOnlyAdded() {
    for (name, chart) in SampleCharts.all {
      let colored = TerminalRenderer(width: 60, color: true).render(chart)
      let plain = colored.replacing(/\u{1B}\[[0-9;]*m/, with: "")
      #expect(plain == TerminalRenderer(width: 60).render(chart), "\(name)")
      #expect(colored.contains("\u{1B}[") || chart.series.isEmpty, "\(name)")
    }
  }
}
