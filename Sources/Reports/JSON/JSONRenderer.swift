/// Writes a document as one JSON object: `title`, and `blocks` in reading order, each with its
/// `kind`. Numbers keep every digit, percentages are fractions, what is not a number is null.
public struct JSONRenderer: Renderer {
  /// A renderer.
  public init() {}

  /// The document as indented JSON.
  public func render(_ document: Document) -> String { document.json.pretty + "\n" }
}

extension Document {
  /// The document for programs.
  public var json: JSONValue {
    ["title": .text(title), "blocks": .array(blocks.map(\.json))]
  }
}

extension Block {
  /// The block for programs.
  public var json: JSONValue {
    switch self {
    case .heading(let text): ["kind": "heading", "text": .text(text)]
    case .paragraph(let text): ["kind": "paragraph", "text": .text(text)]
    case .code(let text): ["kind": "code", "text": .text(text)]
    case .facts(let facts): ["kind": "facts", "facts": .array(facts.map(\.json))]
    case .table(let table): table.json
    case .chart(let chart): chart.json
    case .heatmap(let map): map.json
    case .film(let film): film.json
    case .topologyChange(let change): change.json
    }
  }
}

extension Fact {
  /// The fact for programs.
  public var json: JSONValue {
    guard let note else { return ["name": .text(name), "value": value.json] }
    return ["name": .text(name), "value": value.json, "note": .text(note)]
  }
}

extension Table {
  /// The table for programs: columns with their kinds, and rows as arrays.
  public var json: JSONValue {
    [
      "kind": "table", "title": .text(title),
      "columns": .array(
        columns.map { ["name": .text($0.name), "kind": .text($0.kind.rawValue)] }),
      "rows": .array(rows.map { .array($0.map(\.json)) }), "note": JSONValue(note),
    ]
  }
}

extension Chart {
  /// The chart for programs: axes and every value of every series.
  public var json: JSONValue {
    [
      "kind": "chart", "title": .text(title), "x": x.json, "y": y.json,
      "series": .array(series.map(\.json)),
    ]
  }
}

extension Axis {
  /// The axis for programs.
  fileprivate var json: JSONValue {
    ["label": .text(label), "unit": .text(unit.rawValue), "scale": .text(scale.rawValue)]
  }
}

extension Series {
  /// The series for programs.
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("name", .text(name)), .init("style", .text(style.rawValue)),
      .init("x", .array(x.map(JSONValue.number))), .init("y", .array(y.map(JSONValue.number))),
    ]
    if let spread { members.append(.init("spread", .array(spread.map(JSONValue.number)))) }
    if style == .bars { members.append(.init("bar_width", .number(barWidth))) }
    return .object(members)
  }
}
