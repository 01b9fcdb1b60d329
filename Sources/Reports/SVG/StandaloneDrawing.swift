/// What can stand in a drawing of its own, below others.
protocol StandaloneDrawing {
  /// The marks with caption and legend, and how high they are.
  var standalone: (text: String, height: Double) { get }
  /// What is shown, in words.
  var description: String { get }
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
