internal import Catalogue

/// A drawing that can stand in a page, or by itself below others.
protocol StandaloneDrawing {
  /// What it is called where it has no caption.
  static var kind: String { get }
  /// The caption; may be empty.
  var title: String { get }
  /// What sets the names inside apart from those of other drawings on a page.
  var number: Int { get }
  /// How high the marks are.
  var height: Double { get }
  /// The marks, without caption and legend.
  var marks: String { get }
  /// Unseen marks whose titles say values, for pages whose reader runs no script.
  var titledMarks: String { get }
  /// The classes of its element on a page.
  var classes: String { get }
  /// What is shown, in words.
  var description: String { get }
  /// The legend of a drawing by itself, below `top`, and how high it is.
  func legend(below top: Double) -> (text: String, height: Double)
}

extension StandaloneDrawing {
  var titledMarks: String { "" }
  var classes: String { "chart" }
  func legend(below top: Double) -> (text: String, height: Double) { ("", 0) }

  /// An `svg` element inside a page that has the style sheet, a caption and a legend.
  var inline: String {
    let size = "\(Markup.length(ChartDrawing.width)) \(Markup.length(height))"
    return """
      <svg class="\(classes)" viewBox="0 0 \(size)" role="img" \
      aria-labelledby="chart\(number)-name chart\(number)-description">
      <title id="chart\(number)-name">\(Markup.escaped(title.isEmpty ? Self.kind : title))</title>
      <desc id="chart\(number)-description">\(Markup.escaped(description))</desc>
      \(marks)\(titledMarks)
      </svg>
      """
  }

  /// The marks with caption and legend, and how high they are.
  var standalone: (text: String, height: Double) {
    let caption = title.isEmpty ? 0.0 : 26
    let (legend, legendHeight) = legend(below: caption + height)
    let parts = [
      title.isEmpty ? "" : Markup.text(12, 20, title, "caption"),
      "<g transform=\"translate(0 \(Markup.length(caption)))\">\n\(marks)\n</g>", legend,
    ]
    return (
      parts.filter { !$0.isEmpty }.joined(separator: "\n"), caption + height + legendHeight + 8
    )
  }
}

extension Block {
  /// The block as drawings; none where it is no drawing.
  /// - Parameter number: that of the first; the others follow.
  func drawings(number: Int) -> [any StandaloneDrawing] {
    switch self {
    case .chart(let chart): [ChartDrawing(chart, number: number)]
    case .heatmap(let map): [HeatmapDrawing(map, number: number)]
    case .film(let film):
      film.stills.enumerated().map { HeatmapDrawing($1, number: number + $0) }
    case .topologyChange(let change): [TopologyChangeDrawing(change, number: number)]
    case .heading, .paragraph, .facts, .table, .code: []
    }
  }

  /// How many drawings the block is.
  public var drawingCount: Int {
    switch self {
    case .chart, .heatmap, .topologyChange: 1
    case .film(let film): film.reels.count
    case .heading, .paragraph, .facts, .table, .code: 0
    }
  }

  /// Whether the block is a drawing, or more.
  public var isDrawing: Bool { drawingCount > 0 }
}
