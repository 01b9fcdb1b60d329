/// Where a falling function is zero.
enum Root {
  /// The zero of a strictly falling function, by false position that halves the value of an end
  /// that stays (Illinois; Dowell & Jarratt 1971), and by bisection where a value is not finite. To
  /// about 14 digits of places near 1.
  static func falling(_ function: (Double) -> Double, near guess: Double) -> Double {
    var (low, high) = (guess, guess)
    var step = 0.1
    var valueLow = function(low)
    var valueHigh = valueLow
    // Found within 60 doublings, or not there at all.
    for _ in 0..<60 where valueLow < 0 {
      (high, valueHigh) = (low, valueLow)
      low -= step
      step *= 2
      valueLow = function(low)
    }
    for _ in 0..<60 where valueHigh > 0 {
      (low, valueLow) = (high, valueHigh)
      high += step
      step *= 2
      valueHigh = function(high)
    }
    return between(low, valueLow, high, valueHigh, function)
  }

  private static func between(
    _ low: Double, _ valueLow: Double, _ high: Double, _ valueHigh: Double,
    _ function: (Double) -> Double
  ) -> Double {
    var (low, high, valueLow, valueHigh) = (low, high, valueLow, valueHigh)
    var lastWasLow: Bool?
    for _ in 0..<200 where high - low > 1e-15 * max(1, abs(low)) {
      let share = valueLow / (valueLow - valueHigh)
      let middle =
        valueLow.isFinite && valueHigh.isFinite && share > 0 && share < 1
        ? low + (high - low) * share : low + (high - low) / 2
      if middle <= low || middle >= high { break }
      let value = function(middle)
      if value == 0 { return middle }
      if value > 0 {
        if lastWasLow == true { valueHigh /= 2 }
        (low, valueLow, lastWasLow) = (middle, value, true)
      } else {
        if lastWasLow == false { valueLow /= 2 }
        (high, valueHigh, lastWasLow) = (middle, value, false)
      }
    }
    return abs(valueLow) < abs(valueHigh) ? low : high
  }
}
