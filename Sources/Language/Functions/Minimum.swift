internal import Catalogue

/// The smallest number.
enum Minimum: Summarising {
  static let name = "min"
  static let summary = "the smallest number"
  static let example = Example("print min(1, 2, 6)", "prints 1")

  static func value(of numbers: [Double]) -> Double { numbers.reduce(.infinity) { min($0, $1) } }
}
