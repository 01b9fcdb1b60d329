internal import Catalogue

/// The SVG marks of one heat map.
struct HeatmapDrawing {
  /// How many shades there are; neighbours in a row that share one are one box.
  private static let levels = 20
  private static let most = (width: 520.0, height: 460.0)
  private static let largestCell = 44.0
  /// Where the grid begins.
  static let top = 34.0

  let map: Heatmap
  let number: Int
  /// Where the grid begins.
  let left: Double
  /// The side of a cell.
  let cell: Double

  init(_ map: Heatmap, number: Int) {
    self.map = map
    self.number = number
    let longest = map.rows.names.map { DisplayWidth.of($0) }.max() ?? 0
    left = longest == 0 ? 12 : min(Double(longest) * 7.5 + 18, 160)
    let width = min(Self.most.width, ChartDrawing.width - left - 12)
    cell = min(
      width / Double(max(map.columns.count, 1)), Self.most.height / Double(max(map.rows.count, 1)),
      Self.largestCell)
  }

  private var plot: (width: Double, height: Double) {
    (max(cell * Double(map.columns.count), 1), max(cell * Double(map.rows.count), 1))
  }

  /// Whether cells are large enough for the names of their lines.
  private var showsNames: Bool { cell >= 13 }

  /// How high the marks are.
  var height: Double { Self.top + plot.height + (columnNames.isEmpty ? 26 : 52) + 44 }

  var marks: String {
    [rowLabel, boxes, frame, rowNames, columnNames, columnLabel, scale]
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var boxes: String {
    let shades = map.shades(levels: Self.levels)
    var paths = [String](repeating: "", count: Self.levels + 1)
    for row in 0..<map.rows.count {
      var column = 0
      while column < map.columns.count {
        let shade = shades[row * map.columns.count + column]
        var end = column + 1
        while end < map.columns.count, shades[row * map.columns.count + end] == shade { end += 1 }
        if shade > 0 { paths[shade] += "M\(column) \(row)h\(end - column)v1h-\(end - column)z" }
        column = end
      }
    }
    let parts = paths.enumerated().filter { !$1.isEmpty }.map { shade, path in
      "<path fill-opacity=\"\(opacity(shade))\" d=\"\(path)\"/>"
    }
    let place = "translate(\(Markup.length(left)) \(Markup.length(Self.top)))"
    // A row of cells rarely has a whole number of pixels; a tenth would add up to an edge that is off.
    let scale = "scale(\(NumberText.fixed(cell, 4)))"
    return "<g class=\"heat\" transform=\"\(place) \(scale)\">\n"
      + parts.joined(separator: "\n") + "\n</g>"
  }

  private func opacity(_ shade: Int) -> String {
    NumberText.fixed(Double(shade) / Double(Self.levels), 2)
  }

  private var frame: String {
    "<path class=\"frame\" d=\"M\(Markup.length(left)) \(Markup.length(Self.top))"
      + "h\(Markup.length(plot.width))v\(Markup.length(plot.height))"
      + "h\(Markup.length(-plot.width))z\"/>"
  }

  private var rowLabel: String { Markup.text(12, 18, map.rows.label + " ↓") }

  private var rowNames: String {
    guard showsNames else { return "" }
    return map.rows.names.enumerated().map { row, name in
      let y = Self.top + (Double(row) + 0.5) * cell + 4.5
      return Markup.text(left - 6, y, DisplayWidth.fitting(name, columns: 18), anchor: "end")
    }.joined(separator: "\n")
  }

  private var columnNames: String {
    guard showsNames else { return "" }
    let room = max(Int(cell / 7.5), 1)
    // Names that do not fit above each other would run into their neighbours.
    guard map.columns.names.allSatisfy({ DisplayWidth.of($0) <= room }) else { return "" }
    return map.columns.names.enumerated().map { column, name in
      let x = left + (Double(column) + 0.5) * cell
      return Markup.text(x, Self.top + plot.height + 18, name, anchor: "middle")
    }.joined(separator: "\n")
  }

  private var columnLabel: String {
    Markup.text(
      left, Self.top + plot.height + (columnNames.isEmpty ? 20 : 42), map.columns.label + " →")
  }

  /// Which shade stands for which number.
  private var scale: String {
    guard let range = map.range else {
      return Markup.text(left, Self.top + plot.height + 62, "no data")
    }
    let y = height - 26
    let steps = 10
    let boxes = (0...steps).map { step in
      "<path class=\"heat\" fill-opacity=\"\(opacity(step * Self.levels / steps))\" "
        + "d=\"M\(Markup.length(left + Double(step) * 12)) \(Markup.length(y))h12v12h-12z\"/>"
    }
    let width = Double(steps + 1) * 12
    let border =
      "<path class=\"frame\" d=\"M\(Markup.length(left)) \(Markup.length(y))"
      + "h\(Markup.length(width))v12h\(Markup.length(-width))z\"/>"
    let words = "\(map.label): \(map.reading(range.lowerBound)) to \(map.reading(range.upperBound))"
    return (boxes + [border, Markup.text(left + width + 8, y + 10.5, words)]).joined(
      separator: "\n")
  }
}

extension HeatmapDrawing: StandaloneDrawing {
  static let kind = "heat map"
  var title: String { map.title }
  var titledMarks: String { titledCells }
  var classes: String { map.rows.names.isEmpty ? "chart" : "chart named" }
  var description: String { map.description }
}
