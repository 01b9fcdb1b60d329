internal import Catalogue

extension ChartDrawing {
  /// How many series are described one by one.
  private static let described = 8

  /// What a chart shows, for those who cannot see it.
  static func description(of chart: Chart) -> String {
    let subject = [chart.y.label, chart.x.label].filter { !$0.isEmpty }.joined(separator: " by ")
    var sentences = ["Chart" + (subject.isEmpty ? "" : " of " + subject) + "."]
    for series in chart.series.prefix(described) {
      sentences.append(sentence(series, chart))
    }
    if chart.series.count > described {
      sentences.append("And \(chart.series.count - described) more series.")
    }
    return sentences.joined(separator: " ")
  }

  private static func sentence(_ series: Series, _ chart: Chart) -> String {
    let name = series.name.isEmpty ? "Values" : series.name
    let known = zip(series.x, series.y).filter { $0.isFinite && $1.isFinite }
    guard let first = known.first, let last = known.last,
      let lowest = known.min(by: { $0.1 < $1.1 }), let highest = known.max(by: { $0.1 < $1.1 })
    else { return "\(name): no values." }
    func y(_ value: Double) -> String { reading(value, chart.y.unit) }
    func x(_ value: Double) -> String { reading(value, chart.x.unit) }
    guard known.count > 1 else { return "\(name): \(y(first.1)) at \(x(first.0))." }
    return "\(name): \(NumberText.count(known.count)) values, first \(y(first.1)), "
      + "last \(y(last.1)), lowest \(y(lowest.1)) at \(x(lowest.0)), "
      + "highest \(y(highest.1)) at \(x(highest.0))."
  }

  /// A value as people read it.
  static func reading(_ value: Double, _ unit: Axis.Unit) -> String {
    (unit == .percent ? Cell.percent(value) : Cell.number(value)).reading
  }
}
