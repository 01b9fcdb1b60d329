/// Describes drawings as Vega-Lite specifications (version 5), for notebooks and other programs that draw
/// such. What is shown is what the SVG shows; how it looks is in part theirs.
public struct VegaLiteRenderer: Sendable {
  /// The media type of a specification.
  public static let mediaType = "application/vnd.vegalite.v5+json"
  /// About the most points of a chart and the most cells of a heat map: more than anyone can tell apart.
  static let mostValues = 5000

  private static let schema = "https://vega.github.io/schema/vega-lite/v5.json"

  /// A renderer.
  public init() {}

  /// All charts and heat maps of a document, one below the other.
  /// - Throws: `ReportError.nothingToDraw` where it has none, or a drawing that has no such form.
  public func specification(of document: Document) throws -> JSONValue {
    let views = document.blocks.compactMap(view)
    guard let first = views.first, views.count == document.blocks.count(where: \.isDrawing) else {
      throw ReportError.nothingToDraw(path: document.title)
    }
    guard views.count > 1 else { return whole(first) }
    return whole([.init("vconcat", .array(views.map(JSONValue.object)))])
  }

  /// One chart.
  public func specification(of chart: Chart) -> JSONValue { whole(VegaLiteChart(chart).members) }

  /// One heat map.
  public func specification(of map: Heatmap) -> JSONValue { whole(VegaLiteHeatmap(map).members) }

  private func view(_ block: Block) -> [JSONValue.Member]? {
    switch block {
    case .chart(let chart): VegaLiteChart(chart).members
    case .heatmap(let map): VegaLiteHeatmap(map).members
    // Marks in cells of their own, and what moves, are no charts of Vega-Lite's.
    case .film, .topologyChange, .heading, .paragraph, .facts, .table, .code: nil
    }
  }

  private func whole(_ members: [JSONValue.Member]) -> JSONValue {
    .object([.init("$schema", .text(Self.schema))] + members)
  }
}
