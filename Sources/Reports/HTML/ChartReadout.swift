/// The values of a drawing and where they stand, for the page's script to read out under a pointer. Keys are
/// short since there are many: `x` and `y` are where an axis begins, how long it is, its low and high end and
/// whether it is logarithmic; `s` are the series with their name `n`, colour `c`, values `x`, `y` and `e` (how
/// far they may be off); without `x` they stand at 1, 2, 3, ….
struct ChartReadout {
  /// How many points a chart's readout has at most.
  private static let most = 20_000

  let json: JSONValue

  init(_ drawing: ChartDrawing) {
    let (chart, geometry) = (drawing.chart, drawing.geometry)
    func axis(_ axis: Axis, _ scale: AxisScale, from start: Double, _ length: Double) -> JSONValue {
      [
        "at": .array([.number(start), .number(length), .number(scale.low), .number(scale.high)]),
        "log": .logic(axis.scale == .log), "label": .text(axis.label),
        "unit": .text(axis.unit.rawValue),
      ]
    }
    let share = Self.most / max(chart.series.count, 1)
    json = [
      "x": axis(chart.x, geometry.x, from: drawing.left, drawing.plotWidth),
      "y": axis(chart.y, geometry.y, from: ChartDrawing.top, drawing.plotHeight),
      "s": .array(
        chart.series.enumerated().map { index, series in
          Self.json(series, index, geometry, most: max(share, 100))
        }),
    ]
  }

  private static func json(
    _ series: Series, _ index: Int, _ geometry: ChartGeometry, most: Int
  ) -> JSONValue {
    let shown = series.y.indices.filter {
      geometry.x.fraction(series.x[$0]) != nil && geometry.y.fraction(series.y[$0]) != nil
    }
    let kept = extremes(shown, of: series.y, most: most)
    var members: [JSONValue.Member] = [
      .init("n", .text(series.name)), .init("c", .integer(SeriesLook(index).color)),
    ]
    if !kept.enumerated().allSatisfy({ series.x[$1] == Double($0 + 1) }) {
      members.append(.init("x", .array(kept.map { number(series.x[$0]) })))
    }
    members.append(.init("y", .array(kept.map { number(series.y[$0]) })))
    if let spread = series.spread {
      members.append(.init("e", .array(kept.map { number(spread[$0]) })))
    }
    return .object(members)
  }

  /// Of many points the lowest and the highest of each of like many that follow one another.
  private static func extremes(_ points: [Int], of values: [Double], most: Int) -> [Int] {
    guard points.count > most else { return points }
    let parts = max(most / 2, 1)
    return (0..<parts).flatMap { part -> [Int] in
      let some = points[part * points.count / parts..<(part + 1) * points.count / parts]
      guard let low = some.min(by: { values[$0] < values[$1] }),
        let high = some.max(by: { values[$0] < values[$1] })
      else { return [] }
      return low == high ? [low] : [min(low, high), max(low, high)]
    }
  }

  /// Nine digits are more than anyone reads, and half as many letters as all of them.
  static func number(_ value: Double) -> JSONValue {
    guard value.isFinite, value != value.rounded(), abs(value) > 1e-200, abs(value) < 1e15 else {
      return .number(value)
    }
    let power = 8 - PowerOfTen.exponent(of: abs(value))
    let factor = PowerOfTen.value(abs(power))
    let rounded =
      power < 0 ? (value / factor).rounded() * factor : (value * factor).rounded() / factor
    return .number(rounded.isFinite ? rounded : value)
  }
}
