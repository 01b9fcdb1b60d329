extension Heatmap {
  /// The heat map for programs: its sides, and every number, row by row.
  public var json: JSONValue {
    let lines = (0..<rows.count).map { row in
      JSONValue.array((0..<columns.count).map { .number(self[row, $0]) })
    }
    return [
      "kind": "heatmap", "title": .text(title), "label": .text(label),
      "unit": .text(unit.rawValue), "rows": rows.json, "columns": columns.json,
      "values": .array(lines),
    ]
  }
}

extension Heatmap.Side {
  fileprivate var json: JSONValue {
    [
      "label": .text(label), "count": .integer(count),
      "names": .array(names.map(JSONValue.text)),
    ]
  }
}
