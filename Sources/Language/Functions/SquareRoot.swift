internal import Catalogue

/// The square root.
enum SquareRoot: Elementwise {
  static let name = "sqrt"
  static let summary = "the square root"
  static let domain = Bounds.nonNegative
  static let example = Example("print sqrt(16)", "prints 4")

  static func value(of number: Double) -> Double { number.squareRoot() }
}
