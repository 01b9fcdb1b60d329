internal import Catalogue

/// The largest number.
enum Maximum: Summarising {
  static let name = "max"
  static let summary = "the largest number"
  static let example = Example("print max(1, 2, 6)", "prints 6")

  static func value(of numbers: [Double]) -> Double { numbers.reduce(-.infinity) { max($0, $1) } }
}
