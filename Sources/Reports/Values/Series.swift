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

  /// Values at given places.
  /// - Precondition: as many places as values; `barWidth` is positive.
  public init(
    _ name: String, _ style: Style = .line, x: [Double], y: [Double], barWidth: Double = 0.8
  ) {
    precondition(x.count == y.count, "a place a value")
    precondition(barWidth > 0)
    self.name = name
    self.style = style
    self.x = x
    self.y = y
    self.barWidth = barWidth
  }

  /// Values at 1, 2, 3 …, as epochs are counted.
  public init(_ name: String, _ style: Style = .line, values: [Double]) {
    self.init(name, style, x: (0..<values.count).map { Double($0 + 1) }, y: values)
  }
}
