/// Both axes of a chart, spanning all that is drawn.
struct ChartGeometry {
  let x, y: AxisScale
  /// Whether there is anything to draw.
  let hasData: Bool

  init(_ chart: Chart, xTicks: Int, yTicks: Int) {
    var extent = Extent(logX: chart.x.scale == .log, logY: chart.y.scale == .log)
    for series in chart.series { extent.cover(series) }
    hasData = extent.x != nil && extent.y != nil
    x = AxisScale(chart.x, values: hasData ? extent.x : nil, ticks: xTicks, snapping: false)
    y = AxisScale(
      chart.y, values: hasData ? extent.y : nil, ticks: yTicks, snapping: !extent.barsOnLog)
  }
}

/// The smallest box that holds every point that has a place.
private struct Extent {
  let logX, logY: Bool
  private(set) var x, y: ClosedRange<Double>?
  private(set) var barsOnLog = false

  init(logX: Bool, logY: Bool) {
    (self.logX, self.logY) = (logX, logY)
  }

  mutating func cover(_ series: Series) {
    let bars = series.style == .bars
    let half = bars ? series.barWidth / 2 : 0
    for (x, y) in zip(series.x, series.y) {
      guard x.isFinite, y.isFinite, !logX || x > 0, !logY || y > 0 else { continue }
      widen(&self.x, logX && x - half <= 0 ? x : x - half)
      widen(&self.x, x + half)
      widen(&self.y, y)
      guard bars else { continue }
      // Bars stand on zero, or, where there is none, a little below the smallest of them.
      barsOnLog = barsOnLog || logY
      widen(&self.y, logY ? y / 2 : 0)
    }
    for (x, low, high) in series.band where x.isFinite && (!logX || x > 0) {
      for y in [low, high] where y.isFinite && (!logY || y > 0) { widen(&self.y, y) }
    }
  }

  private func widen(_ range: inout ClosedRange<Double>?, _ value: Double) {
    guard let old = range else {
      range = value...value
      return
    }
    if old.contains(value) { return }
    range = min(old.lowerBound, value)...max(old.upperBound, value)
  }
}
