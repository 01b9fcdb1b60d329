/// A series as strokes, dots and bars on a drawing area of given size, thinned out to what such an
/// area can show: work is linear in the values, output is bounded by the area, and the highest and
/// lowest value of every column of the area survive.
struct Trace {
  /// A place on the area, from its top left corner.
  struct Point: Equatable {
    var x, y: Double
  }

  /// A filled box between two corners.
  struct Bar: Equatable {
    var left, right, top, bottom: Double
  }

  /// Connected points; none has fewer than two.
  private(set) var strokes: [[Point]] = []
  /// Points that stand alone.
  private(set) var dots: [Point] = []
  /// Bars from the base line.
  private(set) var bars: [Bar] = []
  /// The outline of all that values may be; empty where there is no such.
  private(set) var band: [Point] = []

  /// Draws a series over `geometry` on an area `width` by `height`.
  init(_ series: Series, _ geometry: ChartGeometry, width: Double, height: Double) {
    let places = zip(series.x, series.y).lazy.map { x, y -> Point? in
      guard let x = geometry.x.fraction(x), let y = geometry.y.fraction(y) else { return nil }
      return Point(x: x * width, y: (1 - y) * height)
    }
    switch series.style {
    case .points: dots = places.compactMap { $0 }
    case .bars: bars = Self.bars(series, geometry, width: width, height: height)
    case .line, .step: connect(places, stepping: series.style == .step, width: width)
    }
    dots = Self.thinned(dots, width: width)
    band = Self.band(series, geometry, width: width, height: height)
  }

  /// Along the upper ends and back along the lower, a place for each column of the area at most.
  private static func band(
    _ series: Series, _ geometry: ChartGeometry, width: Double, height: Double
  ) -> [Point] {
    var (upper, lower): ([Point], [Point]) = ([], [])
    for (x, low, high) in series.band {
      guard let place = geometry.x.fraction(x), let bottom = geometry.y.fraction(low),
        let top = geometry.y.fraction(high)
      else { continue }
      let (above, below) = (
        Point(x: place * width, y: (1 - top) * height),
        Point(x: place * width, y: (1 - bottom) * height)
      )
      if let last = upper.last, above.x - last.x < 1, above.x >= last.x {
        upper[upper.count - 1].y = min(last.y, above.y)
        lower[lower.count - 1].y = max(lower[lower.count - 1].y, below.y)
      } else {
        upper.append(above)
        lower.append(below)
      }
    }
    return upper.count > 1 ? upper + lower.reversed() : []
  }

  private mutating func connect(
    _ places: some Sequence<Point?>, stepping: Bool, width: Double
  ) {
    var columns = ColumnThinning()
    var last: Point?
    func finish(_ trace: inout Trace) {
      let stroke = columns.finish()
      if stroke.count == 1 {
        trace.dots.append(stroke[0])
      } else if !stroke.isEmpty {
        trace.strokes.append(stroke)
      }
    }
    for place in places {
      guard let place else {
        finish(&self)
        last = nil
        continue
      }
      if stepping, let last { columns.add(Point(x: place.x, y: last.y)) }
      columns.add(place)
      last = place
    }
    finish(&self)
    // Lines that run back and forth, or with a gap at every other value, stay long: what shows of
    // them is the band they cover.
    if strokes.reduce(0, { $0 + $1.count }) > Int(width) * 16 {
      strokes = ColumnThinning.bands(of: strokes, width: width)
    }
  }

  private static func bars(
    _ series: Series, _ geometry: ChartGeometry, width: Double, height: Double
  ) -> [Bar] {
    let base = (1 - geometry.y.base) * height
    var bars: [Bar] = []
    var columns: [Int: Int] = [:]
    let crowded = series.x.count > Int(width)
    for (x, y) in zip(series.x, series.y) {
      guard let middle = geometry.x.fraction(x), let top = geometry.y.fraction(y) else { continue }
      let left = geometry.x.fraction(x - series.barWidth / 2) ?? 0
      let right = geometry.x.fraction(x + series.barWidth / 2) ?? middle
      let end = (1 - top) * height
      let bar = Bar(
        left: left * width, right: right * width, top: min(base, end), bottom: max(base, end))
      if crowded {
        let column = Int(middle * width)
        if let place = columns[column] {
          bars[place].top = min(bars[place].top, bar.top)
          bars[place].bottom = max(bars[place].bottom, bar.bottom)
          continue
        }
        columns[column] = bars.count
      }
      bars.append(bar)
    }
    return bars
  }

  /// Where there are thousands of dots, one for every small square is enough.
  private static func thinned(_ dots: [Point], width: Double) -> [Point] {
    guard dots.count > 2000 else { return dots }
    let side = width > 400 ? 3.0 : 1.0
    var seen: Set<SIMD2<Int32>> = []
    return dots.filter {
      seen.insert(SIMD2(Int32(($0.x / side).rounded()), Int32(($0.y / side).rounded()))).inserted
    }
  }
}
