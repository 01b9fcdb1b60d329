/// The ends and ticks of a linear axis.
struct LinearTicks {
  private(set) var low, high: Double
  private(set) var ticks: [Tick] = []

  init(_ axis: Axis, _ values: ClosedRange<Double>?, wanted: Int, snapping: Bool) {
    (low, high) = Self.ends(axis, values)
    let least = NiceStep(atLeast: (high - low) / Double(wanted))
    let step = axis.unit == .count && least.value < 1 ? NiceStep(atLeast: 1) : least
    // A hair of tolerance, so that an end which is a tick up to rounding gets it.
    var first = (low / step.value - 1e-6).rounded(.up)
    var last = (high / step.value + 1e-6).rounded(.down)
    if snapping {
      first = (low / step.value + 1e-6).rounded(.down)
      last = max((high / step.value - 1e-6).rounded(.up), first + 1)
      (low, high) = (step.at(first), step.at(last))
    }
    guard first <= last, last - first < 100 else { return }
    let labels = TickLabels(unit: axis.unit, largest: max(abs(low), abs(high)), step: step)
    ticks = stride(from: first, through: last, by: 1).map {
      Tick(value: step.at($0), label: labels.label(step.at($0)))
    }
  }

  /// The ends before ticks: wide enough that a step can be told from rounding, and never so wide
  /// that their difference overflows.
  private static func ends(_ axis: Axis, _ values: ClosedRange<Double>?) -> (Double, Double) {
    guard let values else { return (0, 1) }
    var low = min(max(values.lowerBound, -1e300), 1e300)
    var high = min(max(values.upperBound, -1e300), 1e300)
    if axis.showsZero { (low, high) = (min(low, 0), max(high, 0)) }
    let size = max(abs(low), abs(high))
    guard high - low <= max(size * 1e-9, 1e-280) else { return (low, high) }
    switch axis.unit {
    case .count: return (low - max(size * 1e-9, 0.5), high + max(size * 1e-9, 0.5))
    case .percent where (0...1).contains(low):
      return (max(low - 0.05, 0), min(high + 0.05, 1))
    case .percent, .number:
      let margin = size > 1e-280 ? size * 0.1 : 1
      return (low - margin, high + margin)
    }
  }
}
