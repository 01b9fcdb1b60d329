/// The same for heat maps: `at` is where the grid begins, across and down, and the side of a cell; `v` are the
/// numbers row by row, or `b` those of every moment of a film, packed in bytes, of which 255 is unknown and any
/// other stands for `low` and so many times `step`.
struct HeatmapReadout {
  /// Beyond that many cells nobody could point at one.
  private static let most = 65_536

  let json: JSONValue

  /// The readout of a still map; nil where there are too many cells.
  init?(_ drawing: HeatmapDrawing) {
    let map = drawing.map
    guard map.values.count <= Self.most, !map.values.isEmpty else { return nil }
    json = .object(
      Self.members(drawing) + [.init("v", .array(map.values.map(ChartReadout.number)))])
  }

  /// The readout of a map that changes.
  /// - Parameter maps: its states, all of one size and range.
  init(_ drawing: HeatmapDrawing, moments maps: [Heatmap]) {
    let range = drawing.map.range ?? 0...0
    let known = maps.flatMap { $0.values.filter(\.isFinite) }
    let span = range.upperBound - range.lowerBound
    let isWhole = span <= 254 && (known + [range.lowerBound]).allSatisfy { $0 == $0.rounded() }
    let step = isWhole || span <= 0 ? 1 : span / 254
    let bytes = maps.flatMap { map in
      map.values.map { value -> UInt8 in
        value.isFinite
          ? UInt8(min(max(((value - range.lowerBound) / step).rounded(), 0), 254)) : 255
      }
    }
    json = .object(
      Self.members(drawing) + [
        .init("low", .number(range.lowerBound)), .init("high", .number(range.upperBound)),
        .init("step", .number(step)), .init("b", .text(Base64.text(of: bytes))),
      ])
  }

  private static func members(_ drawing: HeatmapDrawing) -> [JSONValue.Member] {
    func side(_ side: Heatmap.Side) -> JSONValue {
      [
        "label": .text(side.label), "count": .integer(side.count),
        "names": .array(side.names.map(JSONValue.text)),
      ]
    }
    let map = drawing.map
    return [
      .init(
        "at", .array([.number(drawing.left), .number(HeatmapDrawing.top), .number(drawing.cell)])),
      .init("rows", side(map.rows)), .init("columns", side(map.columns)),
      .init("label", .text(map.label)), .init("unit", .text(map.unit.rawValue)),
      .init("cells", .array(map.cellNames.map(JSONValue.text))),
    ]
  }
}
