internal import Catalogue

/// Writes the values of one axis alike: as many digits as the step needs, `k` and `M` for large
/// ones as in the language, exponents only far from one.
struct TickLabels {
  /// What the values are.
  let unit: Axis.Unit
  /// The largest absolute value on the axis.
  let largest: Double
  /// The step from tick to tick.
  let step: NiceStep

  /// The text for a value that is a multiple of the step.
  func label(_ value: Double) -> String {
    if value == 0 { return unit == .percent ? "0%" : "0" }
    return (value < 0 ? "−" : "") + magnitude(abs(value))
  }

  private func magnitude(_ value: Double) -> String {
    if unit == .percent, largest < 1e10, step.exponent >= -14 {
      return NumberText.fixed(value * 100, max(-step.exponent - 2, 0)) + "%"
    }
    guard largest < 1e12, step.exponent >= -6 else { return exponential(value) }
    for (power, suffix) in [(9, "G"), (6, "M"), (3, "k")]
    where largest >= 10 * PowerOfTen.value(power) {
      let decimals = max(power - step.exponent, 0)
      guard decimals <= 2 else { break }
      return NumberText.fixed(value / PowerOfTen.value(power), decimals) + suffix
    }
    guard step.decimals == 0 else { return NumberText.fixed(value, step.decimals) }
    return NumberText.count(Int(value.rounded()))
  }

  private func exponential(_ value: Double) -> String {
    let power = PowerOfTen.exponent(of: value * (1 + 1e-12))
    let mantissa = value / PowerOfTen.value(power)
    let digits = min(max(power - step.exponent, 0), 12)
    return Digits.trimmed(NumberText.fixed(mantissa, digits)) + "e" + String(power)
  }
}
