internal import Catalogue

/// The SVG marks of one chart.
struct ChartDrawing: StandaloneDrawing {
  /// The width of every drawing; the reader's window stretches it.
  static let width = 640.0
  private static let height = 332.0
  /// Where the plot begins.
  static let top = 42.0
  private static let bottom = 52.0

  let chart: Chart
  let number: Int
  let geometry: ChartGeometry
  /// Where the plot begins.
  let left: Double
  /// The size of the plot.
  let plotWidth, plotHeight: Double

  init(_ chart: Chart, number: Int) {
    (self.chart, self.number) = (chart, number)
    geometry = ChartGeometry(chart, xTicks: 7, yTicks: 5)
    let longest = geometry.y.ticks.map(\.label.count).max() ?? 1
    left = min(Double(longest) * 12 + 16, 220)
    plotWidth = Self.width - left - 20
    plotHeight = Self.height - Self.top - Self.bottom
  }

  static let kind = "chart"
  var title: String { chart.title }
  var height: Double { Self.height }
  var titledMarks: String { titledPoints }

  /// What the chart shows, in words.
  var description: String { Self.description(of: chart) }

  /// A sample of a series' look.
  static func swatch(
    _ style: Series.Style, _ index: Int, x: Double, y: Double, length: Double
  ) -> String {
    let (x, y, end) = (Markup.length(x), y, Markup.length(length))
    switch style {
    case .line, .step:
      return stroke("M\(x) \(Markup.length(y))h\(end)", "stroke", index)
    case .points:
      return stroke("M\(Markup.length(Double(length) / 2)) \(Markup.length(y))h0", "dots", index)
    case .bars:
      return stroke("M\(x) \(Markup.length(y - 4))h\(end)v8h-\(end)z", "bars", index)
    }
  }

  private static func stroke(_ path: String, _ kind: String, _ index: Int) -> String {
    let look = SeriesLook(index)
    let dash = SeriesLook.dashes[look.dash]
    let dashes = kind == "stroke" && !dash.isEmpty ? " stroke-dasharray=\"\(dash)\"" : ""
    return "<path class=\"\(kind) s\(look.color)\"\(dashes) d=\"\(path)\"/>"
  }

  var marks: String {
    var parts = [grid]
    for (index, series) in chart.series.enumerated() {
      parts.append(marks(of: series, index))
    }
    parts.append(labels)
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func marks(of series: Series, _ index: Int) -> String {
    let trace = Trace(series, geometry, width: plotWidth, height: plotHeight)
    var parts: [String] = []
    func add(_ path: String, _ kind: String) {
      if !path.isEmpty { parts.append(Self.stroke(path, kind, index)) }
    }
    add(trace.band.isEmpty ? "" : polyline(trace.band) + "z", "band")
    add(trace.bars.map(box).joined(), "bars")
    add(trace.strokes.map(polyline).joined(), "stroke")
    add(
      trace.dots.map { "M\(place($0))h0" }.joined(), trace.dots.count > 200 ? "dots dense" : "dots")
    return parts.joined(separator: "\n")
  }

  private func place(_ point: Trace.Point) -> String {
    "\(Markup.length(left + point.x)) \(Markup.length(Self.top + point.y))"
  }

  private func polyline(_ points: [Trace.Point]) -> String {
    "M" + points.map(place).joined(separator: "L")
  }

  private func box(_ bar: Trace.Bar) -> String {
    let width = max(bar.right - bar.left, 1)
    let corner = place(Trace.Point(x: bar.left, y: bar.top))
    return "M\(corner)h\(Markup.length(width))v\(Markup.length(bar.bottom - bar.top))"
      + "h\(Markup.length(-width))z"
  }

  private var grid: String {
    let lines = geometry.y.ticks.compactMap { tick in
      geometry.y.fraction(tick.value).map {
        "M\(Markup.length(left)) \(Markup.length(Self.top + (1 - $0) * plotHeight))"
          + "h\(Markup.length(plotWidth))"
      }
    }
    let foot = Self.top + plotHeight
    let ticks = geometry.x.ticks.compactMap { tick in
      geometry.x.fraction(tick.value).map {
        "M\(Markup.length(left + $0 * plotWidth)) \(Markup.length(foot))v5"
      }
    }
    let axis = "M\(Markup.length(left)) \(Markup.length(foot))h\(Markup.length(plotWidth))"
    return "<path class=\"grid\" d=\"\(lines.joined())\"/>\n"
      + "<path class=\"axis\" d=\"\(axis)\(ticks.joined())\"/>"
  }

  private var labels: String {
    var parts: [String] = []
    for tick in geometry.y.ticks {
      guard let place = geometry.y.fraction(tick.value) else { continue }
      let y = Self.top + (1 - place) * plotHeight + 4.5
      parts.append(Markup.text(left - 8, y, tick.label, anchor: "end"))
    }
    let foot = Self.top + plotHeight
    for tick in geometry.x.ticks {
      guard let place = geometry.x.fraction(tick.value) else { continue }
      parts.append(Markup.text(left + place * plotWidth, foot + 21, tick.label, anchor: "middle"))
    }
    if !chart.x.label.isEmpty {
      parts.append(Markup.text(left + plotWidth / 2, foot + 45, chart.x.label, anchor: "middle"))
    }
    if !chart.y.label.isEmpty { parts.append(Markup.text(12, 18, chart.y.label)) }
    if !geometry.hasData {
      parts.append(
        Markup.text(left + plotWidth / 2, Self.top + plotHeight / 2, "no data", anchor: "middle"))
    }
    return parts.joined(separator: "\n")
  }

  func legend(below top: Double) -> (text: String, height: Double) {
    guard chart.series.count > 1 else { return ("", 0) }
    var parts: [String] = []
    var (x, y) = (12.0, top + 12)
    for (index, series) in chart.series.enumerated() {
      let name = DisplayWidth.fitting(series.name, columns: 60)
      let width = 52 + Double(DisplayWidth.of(name)) * 7.5
      if x > 12, x + width > Self.width {
        (x, y) = (12, y + 20)
      }
      parts.append("<g transform=\"translate(\(Markup.length(x)) \(Markup.length(y)))\">")
      parts.append(Self.swatch(series.style, index, x: 0, y: 0, length: 26))
      parts.append(Markup.text(33, 4.5, name) + "</g>")
      x += width
    }
    return (parts.joined(separator: "\n"), y - top + 12)
  }
}
