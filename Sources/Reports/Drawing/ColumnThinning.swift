/// Keeps of all points that follow one another within one column of a drawing area the first, the
/// lowest, the highest and the last, in their order: no more can be seen.
struct ColumnThinning {
  typealias Point = Trace.Point

  private var points: [Point] = []
  private var column = Int.min
  private var first = Point(x: 0, y: 0)
  private var last = Point(x: 0, y: 0)
  private var top = Point(x: 0, y: 0)
  private var bottom = Point(x: 0, y: 0)
  private var topIsFirst = true

  /// Adds the next point of the line.
  mutating func add(_ point: Point) {
    let place = Int(point.x.rounded(.down))
    guard place == column else {
      flush()
      column = place
      (first, last, top, bottom, topIsFirst) = (point, point, point, point, true)
      return
    }
    last = point
    if point.y < top.y { (top, topIsFirst) = (point, false) }
    if point.y > bottom.y { (bottom, topIsFirst) = (point, true) }
  }

  /// The line so far; the next point begins another.
  mutating func finish() -> [Point] {
    flush()
    defer { points = [] }
    column = .min
    return points
  }

  private mutating func flush() {
    guard column != .min else { return }
    for point in [first] + (topIsFirst ? [top, bottom] : [bottom, top]) + [last]
    where points.last != point {
      points.append(point)
    }
  }

  /// For each column one upright stroke over all that the lines cover in it.
  static func bands(of strokes: [[Point]], width: Double) -> [[Point]] {
    var covered: [ClosedRange<Double>?] = Array(repeating: nil, count: Int(width) + 2)
    for point in strokes.joined() {
      let column = min(max(Int(point.x.rounded(.down)), 0), covered.count - 1)
      let old = covered[column] ?? point.y...point.y
      covered[column] = min(old.lowerBound, point.y)...max(old.upperBound, point.y)
    }
    return covered.enumerated().compactMap { column, range in
      range.map {
        [
          Point(x: Double(column), y: $0.lowerBound),
          Point(x: Double(column), y: max($0.upperBound, $0.lowerBound + 1)),
        ]
      }
    }
  }
}
