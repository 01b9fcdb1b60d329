/// What can stand in a drawing of its own, below others.
protocol StandaloneDrawing {
  /// The marks with caption and legend, and how high they are.
  var standalone: (text: String, height: Double) { get }
  /// What is shown, in words.
  var description: String { get }
}

extension Block {
  /// The block as a drawing; nil where it is none.
  func drawing(number: Int) -> (any StandaloneDrawing)? {
    switch self {
    case .chart(let chart): ChartDrawing(chart, number: number)
    case .heatmap(let map): HeatmapDrawing(map, number: number)
    case .topologyChange(let change): TopologyChangeDrawing(change, number: number)
    case .heading, .paragraph, .facts, .table, .code: nil
    }
  }

  /// Whether the block is a drawing.
  public var isDrawing: Bool {
    switch self {
    case .chart, .heatmap, .topologyChange: true
    case .heading, .paragraph, .facts, .table, .code: false
    }
  }
}
