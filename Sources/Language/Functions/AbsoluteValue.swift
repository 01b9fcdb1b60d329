internal import Catalogue

/// The absolute value.
enum AbsoluteValue: Elementwise {
  static let name = "abs"
  static let summary = "the absolute value"
  static let example = Example("print abs(-2)", "prints 2")

  static func value(of number: Double) -> Double { abs(number) }
}
