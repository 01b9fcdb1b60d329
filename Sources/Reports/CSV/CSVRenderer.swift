internal import Catalogue

/// Writes the facts, tables and chart series of a document as comma-separated values (RFC 4180).
///
/// A document with one table is that table alone: a record of names, then the rows. Otherwise
/// every part begins with a record that holds its title, and an empty line stands between parts. Of
/// a chart every value is written, as `series,x,y`; of a heat map too, as the row's and the column's
/// name or number and the value; of a layer before and after every connection. Numbers keep every digit, percentages are
/// fractions, and what is not a number is empty. Text, headings and code are left out.
public struct CSVRenderer: Renderer {
  /// A renderer.
  public init() {}

  /// The parts, one after the other.
  public func render(_ document: Document) -> String {
    let parts = parts(of: document)
    if parts.count == 1 { return CSVText.records(parts[0].records) }
    return parts.map { CSVText.records([[CSVText.guarded($0.title)]] + $0.records) }.joined(
      separator: "\r\n")
  }

  private typealias Part = (title: String, records: [[String]])

  private func parts(of document: Document) -> [Part] {
    var heading = document.title
    var parts: [Part] = []
    for block in document.blocks {
      switch block {
      case .heading(let text): heading = text
      case .paragraph, .code: break
      case .facts(let facts):
        parts.append(
          (heading, [["name", "value"]] + facts.map { [CSVText.guarded($0.name), $0.value.csv] }))
      case .table(let table):
        let title = table.title.isEmpty ? heading : table.title
        parts.append(
          (
            title,
            [table.columns.map { CSVText.guarded($0.name) }] + table.rows.map { $0.map(\.csv) }
          ))
      case .chart(let chart):
        let title = chart.title.isEmpty ? heading : chart.title
        parts.append((title, records(of: chart)))
      case .heatmap(let map):
        parts.append((map.title.isEmpty ? heading : map.title, records(of: map)))
      case .film(let film):
        parts += film.stills.map { ($0.title.isEmpty ? heading : $0.title, records(of: $0)) }
      case .topologyChange(let change):
        parts.append((change.title.isEmpty ? heading : change.title, records(of: change)))
      }
    }
    return parts
  }

  private func records(of chart: Chart) -> [[String]] {
    let x = chart.x.label.isEmpty ? "x" : chart.x.label
    let y = chart.y.label.isEmpty ? "y" : chart.y.label
    return [["series", x, y]]
      + chart.series.flatMap { series in
        zip(series.x, series.y).map { x, y in
          [CSVText.guarded(series.name), Cell.number(x).csv, Cell.number(y).csv]
        }
      }
  }
}

extension CSVRenderer {
  private func records(of map: Heatmap) -> [[String]] {
    func names(_ side: Heatmap.Side) -> [String] {
      side.names.isEmpty
        ? (0..<side.count).map { String($0 + 1) } : side.names.map(CSVText.guarded)
    }
    let (rows, columns) = (names(map.rows), names(map.columns))
    return [[map.rows.label, map.columns.label, map.label].map(CSVText.guarded)]
      + rows.indices.flatMap { row in
        columns.indices.map { [rows[row], columns[$0], Cell.number(map[row, $0]).csv] }
      }
  }
}

extension CSVRenderer {
  private func records(of change: TopologyChange) -> [[String]] {
    let parts = [("kept", change.kept), ("removed", change.removed), ("added", change.added)]
    return [["change", "input", "output", "weight"]]
      + parts.flatMap { name, connections in
        connections.map {
          [name, String($0.row), String($0.column), Cell.number($0.weight).csv]
        }
      }
  }
}

extension Cell {
  /// The cell as a field: all digits, and empty where nothing is known.
  fileprivate var csv: String {
    switch self {
    case .text(let text): CSVText.guarded(text)
    case .missing: ""
    case .number(let value, _) where !value.isFinite: ""
    case .percent(let value, _) where !value.isFinite: ""
    case .seconds(let value) where !value.isFinite: ""
    case .seconds(let value): Cell.number(value).json.line
    case .count, .number, .percent, .logic: json.line
    }
  }
}
