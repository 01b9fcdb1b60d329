/// The values of one name in a chart.
public struct Series: Sendable, Equatable {
  /// How the values are drawn.
  public enum Style: String, Sendable, CaseIterable {
    case line
    /// A line that keeps each value until the next.
    case step
    case points
    /// A bar from zero to each value.
    case bars
  }

  /// The name in the legend.
  public let name: String
  /// How it is drawn.
  public let style: Style
  /// Where the values stand.
  public let x: [Double]
  /// The values. What is not finite is a gap.
  public let y: [Double]
  /// The width of a bar in units of x; used by `bars` alone.
  public let barWidth: Double
  /// How far each value may be off, such as by a standard deviation; shown behind lines where
  /// drawings have shades.
  public let spread: [Double]?

  /// Values at given places.
  /// - Precondition: as many places as values, and as what they may be off; `barWidth` is positive.
  public init(
    _ name: String, _ style: Style = .line, x: [Double], y: [Double], barWidth: Double = 0.8,
    spread: [Double]? = nil
  ) {
    precondition(x.count == y.count, "a place a value")
    precondition(spread.map { $0.count == y.count } ?? true, "a spread a value")
    precondition(barWidth > 0)
    self.name = name
    self.style = style
    self.x = x
    self.y = y
    self.barWidth = barWidth
    self.spread = spread
  }

  /// From where to where each value may be; none where nothing is known of it.
  var band: [(x: Double, low: Double, high: Double)] {
    guard let spread else { return [] }
    return zip(zip(x, y), spread).compactMap { point, spread in
      point.1.isFinite && spread.isFinite
        ? (point.0, point.1 - spread, point.1 + spread) : nil
    }
  }

  /// Values at 1, 2, 3 …, as epochs are counted.
  public init(
    _ name: String, _ style: Style = .line, values: [Double], spread: [Double]? = nil
  ) {
    self.init(
      name, style, x: (0..<values.count).map { Double($0 + 1) }, y: values, spread: spread)
  }
}
