/// The mean of a few numbers and how far they lie apart.
public struct Spread: Sendable, Equatable {
  /// How many numbers.
  public let count: Int
  /// Their mean; 0 if there are none.
  public let mean: Double
  /// Their sample standard deviation (n − 1); nil below two numbers.
  public let deviation: Double?

  /// The spread of `values`.
  public init(_ values: [Double]) {
    count = values.count
    let mean = values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    self.mean = mean
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    deviation = values.count < 2 ? nil : (squares / Double(values.count - 1)).squareRoot()
  }
}
