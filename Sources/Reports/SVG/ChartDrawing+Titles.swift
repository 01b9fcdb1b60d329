internal import Catalogue

extension ChartDrawing {
  /// How many points have a title of their own.
  private static let mostTitled = 80

  /// Of each point an unseen mark whose title says its value, for those whose reader runs no script; none
  /// where there are many.
  var titledPoints: String {
    guard chart.series.reduce(0, { $0 + $1.x.count }) <= Self.mostTitled else { return "" }
    return chart.series.flatMap { series in
      zip(series.x, series.y).compactMap { x, y -> String? in
        guard let across = geometry.x.fraction(x), let up = geometry.y.fraction(y) else {
          return nil
        }
        let name = series.name.isEmpty ? "" : series.name + ", "
        let place = [chart.x.label, Self.reading(x, chart.x.unit)].filter { !$0.isEmpty }
        let title = "\(name)\(place.joined(separator: " ")): \(Self.reading(y, chart.y.unit))"
        return "\n<circle class=\"hit\" cx=\"\(Markup.length(left + across * plotWidth))\" "
          + "cy=\"\(Markup.length(Self.top + (1 - up) * plotHeight))\" r=\"8\">"
          + "<title>\(Markup.escaped(title))</title></circle>"
      }
    }.joined()
  }
}

extension HeatmapDrawing {
  /// How many cells have a title of their own.
  private static let mostTitled = 150

  /// The same for the cells of a heat map.
  var titledCells: String {
    guard map.values.count <= Self.mostTitled else { return "" }
    return map.values.indices.filter { map.values[$0].isFinite }.map { index in
      let (row, column) = (index / map.columns.count, index % map.columns.count)
      let title =
        "\(map.rows.label) \(map.rows.name(row)), "
        + "\(map.columns.label) \(map.columns.name(column)): \(map.reading(map.values[index]))"
      return "\n<rect class=\"hit\" x=\"\(Markup.length(left + Double(column) * cell))\" "
        + "y=\"\(Markup.length(Self.top + Double(row) * cell))\" width=\"\(Markup.length(cell))\" "
        + "height=\"\(Markup.length(cell))\"><title>\(Markup.escaped(title))</title></rect>"
    }.joined()
  }
}
