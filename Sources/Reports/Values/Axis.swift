/// One axis of a chart.
public struct Axis: Sendable, Equatable {
  /// How values become lengths.
  public enum Scale: String, Sendable {
    case linear
    /// Equal ratios take equal lengths; values of zero and below have no place and are left out.
    case log
  }

  /// What the values are, which decides where ticks may stand and how they read.
  public enum Unit: String, Sendable {
    case number
    /// Whole numbers: no tick stands between two of them.
    case count
    /// Fractions, read in percent.
    case percent
  }

  /// What the axis shows.
  public var label: String
  /// How values become lengths.
  public var scale: Scale
  /// What the values are.
  public var unit: Unit
  /// Whether zero is shown even if no value is near it.
  public var showsZero: Bool

  /// An axis.
  public init(
    _ label: String = "", unit: Unit = .number, scale: Scale = .linear, showsZero: Bool = false
  ) {
    self.label = label
    self.scale = scale
    self.unit = unit
    self.showsZero = showsZero
  }
}
