import Reports
import Testing

struct PlotTests {
  @Test func oneListIsALineOverItsPlaces() {
    let chart = Chart.plot([("", [3, 1, 4])], title: "pi")
    #expect(chart.title == "pi")
    #expect(chart.series == [Series("", x: [1, 2, 3], y: [3, 1, 4])])
    #expect(!TerminalRenderer().render(chart).contains(" a "))
  }

  @Test func severalListsAreNamed() {
    let chart = Chart.plot([("test", [0.1]), ("training", [0.2])], log: true, unit: .percent)
    #expect(chart.series.map(\.name) == ["test", "training"])
    #expect(chart.y.scale == .log)
    let shown = TerminalRenderer().render(chart)
    #expect(shown.contains("a test") && shown.contains("b training"))
  }

  @Test func nothingToPlot() {
    #expect(TerminalRenderer().render(Chart.plot([])).contains("no data"))
    #expect(SVGRenderer().render(Chart.plot([("", [])])).contains("no data"))
  }
}
