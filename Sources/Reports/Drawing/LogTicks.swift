/// The ends and ticks of a logarithmic axis.
///
/// Over two decades and more the ticks are powers of ten; over fewer, 1, 2 and 5 times them; over
/// less than half a decade, those of a linear axis.
struct LogTicks {
  private(set) var low, high: Double
  private(set) var ticks: [Tick]

  init(_ axis: Axis, _ values: ClosedRange<Double>?, wanted: Int, snapping: Bool) {
    // Down to 10^-300: a subnormal number has no step of its own precision.
    low = min(max(values?.lowerBound ?? 1, 1e-300), 1e300)
    high = min(max(values?.upperBound ?? 10, low), 1e300)
    if high / low < 1.01 { (low, high) = (low / 1.5, high * 1.5) }
    let decades = PowerOfTen.logarithm(high) - PowerOfTen.logarithm(low)
    if decades < 0.5 {
      let linear = LinearTicks(
        Axis(unit: axis.unit), low...high, wanted: wanted, snapping: false)
      ticks = linear.ticks
      return
    }
    let factors = decades < 2 ? [1, 2, 5] : [1]
    if snapping {
      low = Self.tick(below: low, factors)
      high = Self.tick(above: high, factors)
    }
    let stride = max(Int((decades / Double(wanted)).rounded(.up)), 1)
    ticks = Self.ticks(axis.unit, from: low, to: high, factors, every: stride)
  }

  private static func ticks(
    _ unit: Axis.Unit, from low: Double, to high: Double, _ factors: [Int], every stride: Int
  ) -> [Tick] {
    let first = PowerOfTen.exponent(of: low)
    let last = PowerOfTen.exponent(of: high) + 1
    var ticks: [Tick] = []
    for exponent in first...last where exponent % stride == 0 {
      for factor in factors {
        let value = PowerOfTen.value(exponent) * Double(factor)
        guard value >= low * (1 - 1e-9), value <= high * (1 + 1e-9) else { continue }
        let step = NiceStep(atLeast: value)
        let labels = TickLabels(unit: unit, largest: value, step: step)
        ticks.append(Tick(value: value, label: labels.label(value)))
      }
    }
    return ticks
  }

  private static func tick(below value: Double, _ factors: [Int]) -> Double {
    let exponent = PowerOfTen.exponent(of: value * (1 + 1e-9))
    return factors.reversed().map { PowerOfTen.value(exponent) * Double($0) }
      .first { $0 <= value * (1 + 1e-9) } ?? PowerOfTen.value(exponent)
  }

  private static func tick(above value: Double, _ factors: [Int]) -> Double {
    let exponent = PowerOfTen.exponent(of: value * (1 + 1e-9))
    return factors.map { PowerOfTen.value(exponent) * Double($0) }
      .first { $0 >= value * (1 - 1e-9) } ?? PowerOfTen.value(exponent + 1)
  }
}
