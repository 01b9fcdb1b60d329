internal import Catalogue

/// Writes the charts and heat maps of a document as one SVG drawing, one below the other. It stands alone: style
/// sheet, captions and legends are inside.
public struct SVGRenderer: Renderer {
  /// A renderer.
  public init() {}

  /// All charts and heat maps of the document.
  /// - Throws: `ReportError.nothingToDraw` where it has none.
  public func render(_ document: Document) throws -> String {
    let blocks = document.blocks.filter(\.isDrawing)
    guard !blocks.isEmpty else { throw ReportError.nothingToDraw(path: document.title) }
    return drawing(of: blocks, named: document.title)
  }

  /// One chart.
  public func render(_ chart: Chart) -> String {
    drawing(of: [.chart(chart)], named: chart.title)
  }

  /// One heat map.
  public func render(_ map: Heatmap) -> String { drawing(of: [.heatmap(map)], named: map.title) }

  private func drawing(of blocks: [Block], named name: String) -> String {
    let drawings = blocks.flatMap { $0.drawings(number: 1) }
    var top = 0.0
    var groups: [String] = []
    for drawing in drawings {
      let (text, height) = drawing.standalone
      groups.append("<g transform=\"translate(0 \(Markup.length(top)))\">\n\(text)\n</g>")
      top += height
    }
    let size = "\(Markup.length(ChartDrawing.width)) \(Markup.length(top))"
    let description = drawings.map(\.description).joined(separator: " ")
    return """
      <svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 \(size)" role="img" \
      aria-labelledby="name" aria-describedby="description">
      <title id="name">\(Markup.escaped(name.isEmpty ? "chart" : name))</title>
      <desc id="description">\(Markup.escaped(description))</desc>
      <style>
      \(Palette.variables)
      \(Palette.drawing)
      </style>
      <rect width="100%" height="100%" style="fill:var(--back)"/>
      \(groups.joined(separator: "\n"))
      </svg>

      """
  }
}
