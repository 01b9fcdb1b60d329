internal import Catalogue

/// The arithmetic mean.
enum Mean: Summarising {
  static let name = "mean"
  static let summary = "the arithmetic mean"
  static let formula: String? = "Σ xᵢ / n"
  static let example = Example("print mean(1, 2, 6)", "prints 3")

  static func value(of numbers: [Double]) -> Double {
    numbers.reduce(0, +) / Double(numbers.count)
  }
}
