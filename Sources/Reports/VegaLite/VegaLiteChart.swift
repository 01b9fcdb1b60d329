/// A chart as a view of Vega-Lite: a layer for each series, and before those of values that may be off
/// one for how far.
struct VegaLiteChart {
  private let chart: Chart
  /// What the legend calls the series, each differently.
  private let names: [String]
  /// Axes with the ends and ticks of the other drawings.
  private let geometry: ChartGeometry

  init(_ chart: Chart) {
    self.chart = chart
    var names: [String] = []
    for (index, series) in chart.series.enumerated() {
      let name = DisplayText.line(series.name)
      var (free, number) = (name, index + 1)
      while free.isEmpty || names.contains(free) {
        free = name + (name.isEmpty ? "" : " ") + "(\(number))"
        number += 1
      }
      names.append(free)
    }
    self.names = names
    geometry = ChartGeometry(chart, xTicks: 7, yTicks: 5)
  }

  /// What describes the view.
  var members: [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if !chart.title.isEmpty { members.append(.init("title", .text(DisplayText.line(chart.title)))) }
    let layers = chart.series.indices.flatMap(layers)
    if !names.isEmpty { members.append(.init("encoding", ["color": color])) }
    return members + [
      .init("description", .text(DisplayText.line(ChartDrawing.description(of: chart)))),
      .init("width", 560), .init("height", 300),
      .init("layer", .array(layers.isEmpty ? [empty] : layers)),
    ]
  }

  /// Axes without a value.
  private var empty: JSONValue {
    ["data": ["values": []], "mark": "point", "encoding": ["x": x("x"), "y": y("y")]]
  }

  private func layers(_ index: Int) -> [JSONValue] {
    let series = chart.series[index]
    let kept = SeriesThinning.kept(
      of: series, most: max(VegaLiteRenderer.mostValues / chart.series.count, 20))
    let data: JSONValue = ["values": .array(kept.map { datum(series, index, $0) })]
    var encoding: [JSONValue.Member] = [
      .init("x", x("x")), .init("y", y("y")),
    ]
    if series.style == .bars {
      encoding[0] = .init("x", x("left"))
      encoding += [.init("x2", ["field": "right"]), .init("y2", ["field": "base"])]
    }
    let layer: JSONValue = [
      "data": data, "mark": mark(series, index), "encoding": .object(encoding),
    ]
    guard series.spread != nil else { return [layer] }
    return [
      [
        "data": data, "mark": ["type": "area", "opacity": 0.16],
        "encoding": [
          "x": x("x"), "y": y("low"), "y2": ["field": "high"],
        ],
      ], layer,
    ]
  }

  /// A value; null where it is no number, or has no place on a logarithmic axis.
  private func datum(_ series: Series, _ number: Int, _ index: Int) -> JSONValue {
    func known(_ value: Double, _ axis: Axis) -> JSONValue {
      value.isFinite && (axis.scale != .log || value > 0) ? .number(value) : .null
    }
    let (place, value) = (series.x[index], series.y[index])
    let name = JSONValue.text(names[number])
    if series.style == .bars {
      return [
        "series": name, "left": known(place - series.barWidth / 2, chart.x),
        "right": known(place + series.barWidth / 2, chart.x), "y": known(value, chart.y),
        "base": .number(chart.y.scale == .log ? geometry.y.low : 0),
      ]
    }
    var members: [JSONValue.Member] = [
      .init("series", name), .init("x", known(place, chart.x)), .init("y", known(value, chart.y)),
    ]
    if let spread = series.spread?[index] {
      members += [
        .init("low", known(value - spread, chart.y)), .init("high", known(value + spread, chart.y)),
      ]
    }
    return .object(members)
  }

  private func mark(_ series: Series, _ index: Int) -> JSONValue {
    var members: [JSONValue.Member] = [.init("tooltip", .logic(true))]
    let dash = SeriesLook.dashes[SeriesLook(index).dash].split(separator: " ").compactMap {
      Int($0)
    }
    switch series.style {
    case .bars: members.insert(.init("type", "rect"), at: 0)
    case .points: members = [.init("type", "point"), .init("filled", .logic(true))] + members
    case .line, .step:
      members.insert(.init("type", "line"), at: 0)
      if series.style == .step { members.append(.init("interpolate", "step-after")) }
      if !dash.isEmpty { members.append(.init("strokeDash", .array(dash.map(JSONValue.integer)))) }
      // A line of one point does not show.
      if hasLonePoint(series) { members.append(.init("point", .logic(true))) }
    }
    return .object(members)
  }

  /// By the name of the series; all layers share it.
  private var color: JSONValue {
    let colors = names.indices.map { JSONValue.text(SeriesLook.light[SeriesLook($0).color]) }
    return [
      "field": "series", "type": "nominal",
      "scale": ["domain": .array(names.map(JSONValue.text)), "range": .array(colors)],
      "legend": names.count > 1 ? ["title": .null] : .null,
    ]
  }

  private func x(_ field: String) -> JSONValue { axis(field, chart.x, geometry.x) }

  private func y(_ field: String) -> JSONValue { axis(field, chart.y, geometry.y) }

  private func axis(_ field: String, _ axis: Axis, _ scale: AxisScale) -> JSONValue {
    var look: [JSONValue.Member] = [
      .init("title", axis.label.isEmpty ? .null : .text(DisplayText.line(axis.label))),
      .init("values", .array(scale.ticks.map { .number($0.value) })),
    ]
    switch axis.unit {
    case .number: break
    case .percent: look.append(.init("format", "~%"))
    case .count: look.append(.init("format", ",d"))
    }
    return [
      "field": .text(field), "type": "quantitative",
      "scale": [
        "type": .text(axis.scale.rawValue),
        "domain": [.number(scale.low), .number(scale.high)],
      ],
      "axis": .object(look),
    ]
  }

  /// Whether there is a value with none beside it.
  private func hasLonePoint(_ series: Series) -> Bool {
    func isShown(_ index: Int) -> Bool {
      series.x.indices.contains(index) && geometry.x.fraction(series.x[index]) != nil
        && geometry.y.fraction(series.y[index]) != nil
    }
    return series.x.indices.contains {
      isShown($0) && !isShown($0 - 1) && !isShown($0 + 1)
    }
  }
}
