/// A step of 1, 2 or 5 times a power of ten, the steps in which people count.
struct NiceStep: Equatable {
  /// 1, 2 or 5.
  let factor: Int
  /// The power of ten.
  let exponent: Int

  /// The smallest such step that is not below `wanted`.
  /// - Precondition: `wanted` is positive and finite.
  init(atLeast wanted: Double) {
    precondition(wanted > 0 && wanted.isFinite)
    let exponent = PowerOfTen.exponent(of: wanted)
    let leading = wanted / PowerOfTen.value(exponent)
    // A hair of tolerance: 0.2 / 10^-1 may come out as 2.0000000000000004.
    let slack = 1 + 1e-9
    if leading <= slack {
      (factor, self.exponent) = (1, exponent)
    } else if leading <= 2 * slack {
      (factor, self.exponent) = (2, exponent)
    } else if leading <= 5 * slack {
      (factor, self.exponent) = (5, exponent)
    } else {
      (factor, self.exponent) = (1, exponent + 1)
    }
  }

  /// The step.
  var value: Double { at(1) }

  /// `count` steps, rounded once, so that 3 steps of 0.1 are 0.3 and not 0.30000000000000004.
  func at(_ count: Double) -> Double {
    let units = count * Double(factor)
    return exponent < 0 ? units / PowerOfTen.value(-exponent) : units * PowerOfTen.value(exponent)
  }

  /// How many digits after the point multiples of the step have.
  var decimals: Int { max(-exponent, 0) }
}
