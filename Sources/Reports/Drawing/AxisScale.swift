/// An axis made ready for drawing: which values it spans, where each stands, and its ticks.
package struct AxisScale {
  /// The ends of the axis, in values.
  package let low, high: Double
  /// Where the ticks stand, ascending.
  package let ticks: [Tick]
  private let logarithmic: Bool
  private let start, length: Double

  /// Spans `values`, or a span of one's own choice where there are none.
  /// - Parameters:
  ///   - wanted: about how many ticks there is room for, at least 2.
  ///   - snapping: whether the ends move out to ticks.
  package init(_ axis: Axis, values: ClosedRange<Double>?, ticks wanted: Int, snapping: Bool) {
    logarithmic = axis.scale == .log
    let marks: [Tick]
    if logarithmic {
      let scale = LogTicks(axis, values, wanted: max(wanted, 2), snapping: snapping)
      (low, high, marks) = (scale.low, scale.high, scale.ticks)
    } else {
      let scale = LinearTicks(axis, values, wanted: max(wanted, 2), snapping: snapping)
      (low, high, marks) = (scale.low, scale.high, scale.ticks)
    }
    ticks = marks
    start = logarithmic ? PowerOfTen.logarithm(low) : low
    length = (logarithmic ? PowerOfTen.logarithm(high) : high) - start
  }

  /// Where a value stands, 0 at the low end and 1 at the high one; nil where it has no place: it is
  /// not finite, or not positive on a logarithmic axis. Values beyond an end stand on it.
  package func fraction(_ value: Double) -> Double? {
    guard value.isFinite, !logarithmic || value > 0 else { return nil }
    let place = ((logarithmic ? PowerOfTen.logarithm(value) : value) - start) / length
    return min(max(place, 0), 1)
  }

  /// Where bars begin: at zero, or at the end nearest to it.
  var base: Double { logarithmic ? 0 : min(max((0 - start) / length, 0), 1) }
}
