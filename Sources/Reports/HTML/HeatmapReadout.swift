internal import FoundationEssentials
internal import Training

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
    let scale = ByteScale(for: known, within: range)
    let bytes = maps.flatMap { map in
      map.values.map { $0.isFinite ? scale.level(of: $0) : 255 }
    }
    json = .object(
      Self.members(drawing) + [
        .init("low", .number(range.lowerBound)), .init("high", .number(range.upperBound)),
        .init("step", .number(scale.step)), .init("b", .text(Data(bytes).base64EncodedString())),
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
