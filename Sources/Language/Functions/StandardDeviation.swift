internal import Catalogue

/// The standard deviation of a sample.
enum StandardDeviation: Summarising {
  static let name = "sd"
  static let summary = "the standard deviation of a sample"
  static let formula: String? = "√( Σ (xᵢ − mean)² / (n − 1) )"
  static let fewest = 2
  static let example = Example("print sd(1, 2, 6)", "prints 2.6457513110645907")

  static func value(of numbers: [Double]) -> Double {
    let mean = Mean.value(of: numbers)
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(numbers.count - 1)).squareRoot()
  }
}
