internal import Catalogue

/// The sum.
enum Sum: Summarising {
  static let name = "sum"
  static let summary = "the sum; 0 for an empty list"
  static let fewest = 0
  static let example = Example("print sum(1..100)", "prints 5050")

  static func value(of numbers: [Double]) -> Double { numbers.reduce(0, +) }
}
