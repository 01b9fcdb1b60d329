/// A chart as a value: what is shown, not how. Any number of points is allowed, none included;
/// drawing thins millions of them out without losing an extreme.
public struct Chart: Sendable, Equatable {
  /// The caption.
  public var title: String
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// What is drawn, first below.
  public var series: [Series]

  /// A chart of these series.
  public init(title: String, x: Axis, y: Axis, series: [Series]) {
    self.title = title
    self.x = x
    self.y = y
    self.series = series
  }
}
