internal import Catalogue

/// A drawing with its caption as an element of a page.
struct HTMLFigure {
  let text: String

  /// A chart, and its legend.
  /// - Parameter isPage: whether the page has our script, which reads out values.
  init(_ chart: Chart, number: Int, isPage: Bool) {
    let drawing = ChartDrawing(chart, number: number)
    let plot =
      isPage
      ? Self.plot(drawing.inline, kind: "chart", ChartReadout(drawing).json) : drawing.inline
    text = Self.figure(chart.title, plot + Self.legend(chart))
  }

  /// A heat map.
  init(_ map: Heatmap, number: Int, isPage: Bool) {
    let drawing = HeatmapDrawing(map, number: number)
    let readout = isPage ? HeatmapReadout(drawing) : nil
    let plot = readout.map { Self.plot(drawing.inline, kind: "grid", $0.json) }
    text = Self.figure(map.title, plot ?? drawing.inline)
  }

  /// A layer before and after, whose connections have titles.
  init(_ change: TopologyChange, number: Int) {
    text = Self.figure(change.title, TopologyChangeDrawing(change, number: number).inline)
  }

  /// A drawing, and beside it what the script reads out.
  static func plot(_ drawing: String, kind: String, _ readout: JSONValue) -> String {
    """
    <div class="plot" data-kind="\(kind)">
    \(drawing)
    \(data(readout))
    </div>
    """
  }

  /// Values for the script. No text in them can end the element, or turn the direction of what follows.
  static func data(_ value: JSONValue) -> String {
    let text = DisplayText.line(value.line).replacing("<", with: "\\u003c").replacing(
      "&", with: "\\u0026")
    return "<script type=\"application/json\">\(text)</script>"
  }

  /// A captioned figure.
  static func figure(_ title: String, _ content: String, kind: String = "") -> String {
    let caption = title.isEmpty ? "" : "<figcaption>\(Markup.escaped(title))</figcaption>\n"
    return "<figure\(kind)>\n\(caption)\(content)\n</figure>"
  }

  private static func legend(_ chart: Chart) -> String {
    guard chart.series.count > 1 else { return "" }
    let entries = chart.series.enumerated().map { index, series in
      let swatch = ChartDrawing.swatch(series.style, index, x: 1, y: 5, length: 26)
      return "<li><svg class=\"chart\" viewBox=\"0 0 28 10\" aria-hidden=\"true\">\(swatch)</svg>"
        + "\(Markup.escaped(series.name))</li>"
    }
    return "\n<ul class=\"legend\">\n\(entries.joined(separator: "\n"))\n</ul>"
  }
}
