internal import Catalogue

/// A chart as lines of text: braille dots between axes with ticks, and a letter at the end of every
/// series, so that they can be told apart without colour.
struct TerminalChart {
  private(set) var lines: [String] = []

  private let chart: Chart
  private let ink: Ink
  private let rows: Int
  private let geometry: ChartGeometry
  private let labels: [Int: String]
  private let margin, columns: Int

  /// - Precondition: there is at least one row to draw on.
  init(_ chart: Chart, _ width: Int, _ ink: Ink, rows: Int = 12) {
    (self.chart, self.ink, self.rows) = (chart, ink, rows)
    let letters = chart.series.count > 1 ? 2 : 0
    geometry = ChartGeometry(chart, xTicks: max((width - 10) / 12, 4), yTicks: 4)
    var labels: [Int: String] = [:]
    for tick in geometry.y.ticks {
      guard let place = geometry.y.fraction(tick.value) else { continue }
      labels[min(max(Int((1 - place) * Double(rows)), 0), rows - 1)] = tick.label
    }
    self.labels = labels
    margin = (labels.values.map({ DisplayWidth.of($0) }).max() ?? 0) + 1
    columns = max(width - margin - 1 - letters, 10)
    draw(width)
  }

  private mutating func draw(_ width: Int) {
    var canvas = BrailleCanvas(columns: columns, rows: rows)
    var ends: [Int: Int] = [:]
    for (index, series) in chart.series.enumerated() {
      let trace = Trace(
        series, geometry, width: Double(canvas.width), height: Double(canvas.height))
      canvas.draw(trace, owner: index)
      guard chart.series.count > 1, let end = trace.end else { continue }
      place(index, near: Int(end.y) / 4, in: &ends)
    }
    if !chart.title.isEmpty { lines.append(ink.strong(DisplayText.line(chart.title))) }
    if !chart.y.label.isEmpty {
      lines.append(ink.faint(DisplayWidth.fitting(DisplayText.line(chart.y.label), columns: width)))
    }
    for row in 0..<rows { lines.append(line(row, canvas, ends)) }
    drawFoot()
    if chart.series.count > 1 { drawLegend(width) }
  }

  /// Gives a series' letter the row where the series ends, or a free one next to it. Further away it
  /// would mark another series: then only the legend has it.
  private func place(_ index: Int, near row: Int, in ends: inout [Int: Int]) {
    let row = min(max(row, 0), rows - 1)
    let free = [row, row - 1, row + 1].first { (0..<rows).contains($0) && ends[$0] == nil }
    if let free { ends[free] = index }
  }

  private func line(_ row: Int, _ canvas: BrailleCanvas, _ ends: [Int: Int]) -> String {
    let label = labels[row]
    var line = ink.faint(
      DisplayText.padded(label ?? "", to: margin - 1, .trailing) + (label == nil ? " │" : " ┤"))
    if !geometry.hasData, row == rows / 2 { return line + ink.faint("  no data") }
    var runs = canvas.row(row)
    if ends[row] == nil, let last = runs.indices.last {
      while runs[last].text.last == " " { runs[last].text.removeLast() }
    }
    for run in runs { line += run.owner.map { ink.series($0, run.text) } ?? run.text }
    if let index = ends[row] {
      line += " " + ink.series(index, Self.letter(index))
    }
    return line
  }

  private mutating func drawFoot() {
    var axis = [Character](repeating: "─", count: columns)
    // A label may reach below the letters, where there are such.
    let room = columns + (chart.series.count > 1 ? 1 : 0)
    var names = [Character](repeating: " ", count: room)
    var free = 0
    for tick in geometry.x.ticks {
      guard let place = geometry.x.fraction(tick.value) else { continue }
      let column = min(max(Int(place * Double(columns)), 0), columns - 1)
      axis[column] = "┬"
      let start = min(max(column - tick.label.count / 2, 0), names.count - tick.label.count)
      guard start >= free else { continue }  // also where the label is longer than the axis
      names.replaceSubrange(start..<start + tick.label.count, with: tick.label)
      free = start + tick.label.count + 1
    }
    let blanks = String(repeating: " ", count: margin)
    lines.append(ink.faint(blanks + "└" + String(axis)))
    var foot = Substring(blanks + " " + String(names))
    while foot.last == " " { foot = foot.dropLast() }
    lines.append(ink.faint(String(foot)))
    guard !chart.x.label.isEmpty else { return }
    let label = DisplayWidth.fitting(DisplayText.line(chart.x.label), columns: columns)
    let left = margin + 1 + max((columns - DisplayWidth.of(label)) / 2, 0)
    lines.append(ink.faint(String(repeating: " ", count: left) + label))
  }

  private mutating func drawLegend(_ width: Int) {
    var line = ""
    var used = 0
    for (index, series) in chart.series.enumerated() {
      let name = DisplayWidth.fitting(DisplayText.line(series.name), columns: max(width - 8, 8))
      let length = 4 + DisplayWidth.of(name)
      if used > 0, used + length > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      line += (used == 0 ? "  " : "   ") + ink.series(index, Self.letter(index)) + " " + name
      used += length + (used == 0 ? 0 : 1)
    }
    if used > 0 { lines.append(line) }
  }

  /// a … z, A … Z, then `·`.
  private static func letter(_ index: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return index < letters.count ? String(letters[index]) : "·"
  }
}

extension Trace {
  /// The rightmost place that is drawn.
  fileprivate var end: Point? {
    let points =
      strokes.compactMap(\.last) + dots + bars.map { Point(x: $0.right, y: $0.top) }
    return points.max { $0.x < $1.x }
  }
}

extension BrailleCanvas {
  /// Draws bars, strokes and dots.
  fileprivate mutating func draw(_ trace: Trace, owner: Int) {
    for bar in trace.bars { fill(bar, owner: owner) }
    for stroke in trace.strokes {
      for (from, to) in zip(stroke, stroke.dropFirst()) { line(from, to, owner: owner) }
    }
    for point in trace.dots { dot(point.x, point.y, owner: owner) }
  }
}
