import Reports
import Testing

/// Charts of a million points and of no shape at all.
struct LargeChartTests {
  private func chart(_ series: Series) -> Chart {
    Chart(title: "Large", x: Axis(), y: Axis(), series: [series])
  }

  /// How far up (SVG counts down) and down any mark of the series reaches.
  private func reach(_ svg: String) throws -> (top: Double, bottom: Double) {
    let path = try #require(
      svg.firstMatch(of: /class="(stroke|dots|dots dense|bars) s0" d="([^"]*)"/)
    ).2
    let heights = path.matches(of: /[ML][-0-9.]+ ([-0-9.]+)/).compactMap { Double($0.1) }
    return (try #require(heights.min()), try #require(heights.max()))
  }

  @Test func aMillionPointsStaySmallAndKeepTheirExtremes() throws {
    // A flat line with one spike up and one down, each a single point wide.
    var values = [Double](repeating: 0, count: 1_000_000)
    values[123_456] = 10
    values[876_543] = -10
    let svg = SVGRenderer().render(chart(Series("", values: values)))
    #expect(svg.utf8.count < 60_000)
    let (top, bottom) = try reach(svg)
    // The axis runs from −10 to 10, so both extremes reach the ends of the plot of 238 units.
    #expect(abs(bottom - top - 238) < 0.5)
  }

  @Test func manyScatteredPointsAreThinnedOut() {
    var state: UInt32 = 1
    func random() -> Double {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Double(state >> 8)
    }
    let x = (0..<100_000).map { _ in random() }
    let y = (0..<100_000).map { _ in random() }
    let dots = SVGRenderer().render(chart(Series("", .points, x: x, y: y)))
    #expect(dots.utf8.count < 600_000)
    let tangle = SVGRenderer().render(chart(Series("", .line, x: x, y: y)))
    #expect(tangle.utf8.count < 60_000)
    #expect(TerminalRenderer().render(chart(Series("", .line, x: x, y: y))).utf8.count < 10_000)
  }

  @Test func aGapAtEveryOtherPointStaysSmall() {
    let values = (0..<100_000).map { $0 % 3 == 2 ? .nan : Double($0 % 1000) }
    #expect(SVGRenderer().render(chart(Series("", values: values))).utf8.count < 60_000)
    let alone = (0..<100_000).map { $0 % 2 == 1 ? .nan : Double($0 % 1000) }
    #expect(SVGRenderer().render(chart(Series("", values: alone))).utf8.count < 400_000)
  }

  @Test func manyBars() {
    let values = (0..<100_000).map { Double($0 % 100) - 50 }
    #expect(SVGRenderer().render(chart(Series("", .bars, values: values))).utf8.count < 60_000)
  }

  static let extremes: [[Double]] = [
    [0, 5e-324], [-1.797e308, 1.797e308], [1e300, 1e300], [1, 1 + 1e-15], [-5e-324, -5e-324],
    [.infinity, -.infinity], [1e-300, 1e300], [0, 0], [-0.0, 1e-320], [9e15, 9e15 + 2],
  ]

  @Test(arguments: extremes)
  func extremeNumbers(values: [Double]) {
    for scale in [Axis.Scale.linear, .log] {
      for unit in [Axis.Unit.number, .count, .percent] {
        for style in Series.Style.allCases {
          let axis = Axis("y", unit: unit, scale: scale)
          let chart = Chart(
            title: "", x: axis, y: axis, series: [Series("", style, x: values, y: values)])
          let svg = SVGRenderer().render(chart)
          #expect(!svg.contains("nan") && !svg.contains("inf"))
          #expect(!TerminalRenderer().render(chart).isEmpty)
        }
      }
    }
  }

  @Test func fortySeriesAreFortyLooks() {
    let svg = SVGRenderer().render(SampleCharts.fortySeries)
    let lines = svg.matches(of: /<path class="stroke (s\d)"( stroke-dasharray="[^"]*")? d=/)
      .map { "\($0.1)\($0.2 ?? "")" }
    // Each once in the plot and once in the legend.
    #expect(lines.count == 80)
    #expect(Set(lines).count == 40)
  }
}
