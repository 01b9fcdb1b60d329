/// A heat map as a view of Vega-Lite: a rectangle for each cell that is known.
struct VegaLiteHeatmap {
  private let map: Heatmap
  private let description: String

  init(_ map: Heatmap) {
    // As high and wide a grid as has so many cells.
    let side = Int(Double(VegaLiteRenderer.mostValues).squareRoot())
    self.map = map.reduced(rows: side, columns: side)
    description = map.description
  }

  /// What describes the view.
  var members: [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if !map.title.isEmpty { members.append(.init("title", .text(DisplayText.line(map.title)))) }
    return members + [
      .init("description", .text(DisplayText.line(description))),
      .init("width", 440), .init("height", 440),
      .init("data", ["values": .array(cells)]),
      .init("mark", ["type": "rect", "tooltip": true]),
      .init(
        "encoding",
        [
          "x": side("column", map.columns), "y": side("row", map.rows), "color": color,
        ]),
    ]
  }

  private var cells: [JSONValue] {
    (0..<map.rows.count).flatMap { row in
      (0..<map.columns.count).compactMap { column -> JSONValue? in
        guard map[row, column].isFinite else { return nil }
        return [
          "row": name(row, map.rows), "column": name(column, map.columns),
          "value": .number(map[row, column]),
        ]
      }
    }
  }

  /// A line's name, or its number from 1 where it has none of its own.
  private func name(_ line: Int, _ side: Heatmap.Side) -> JSONValue {
    hasNames(side) ? .text(DisplayText.line(side.names[line])) : .integer(line + 1)
  }

  private func hasNames(_ side: Heatmap.Side) -> Bool {
    !side.names.isEmpty && Set(side.names.map(DisplayText.line)).count == side.count
  }

  private func side(_ field: String, _ side: Heatmap.Side) -> JSONValue {
    let lines = (0..<side.count).map { name($0, side) }
    return [
      "field": .text(field), "type": "ordinal", "scale": ["domain": .array(lines)],
      "axis": [
        "title": side.label.isEmpty ? .null : .text(DisplayText.line(side.label)),
        "labelOverlap": true,
        "ticks": false,
      ],
    ]
  }

  private var color: JSONValue {
    let range = map.range ?? 0...1
    var legend: [JSONValue.Member] = [
      .init("title", map.label.isEmpty ? .null : .text(DisplayText.line(map.label)))
    ]
    if map.unit == .percent { legend.append(.init("format", "~%")) }
    return [
      "field": "value", "type": "quantitative",
      "scale": [
        "domain": [.number(range.lowerBound), .number(range.upperBound)],
        "interpolate": "rgb", "range": ["#ffffff", .text(SeriesLook.light[0])],
      ], "legend": .object(legend),
    ]
  }
}
