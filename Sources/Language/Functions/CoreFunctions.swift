package import Catalogue

/// The functions of the language itself.
package enum CoreFunctions {
  /// All of them, in the order in which help lists them.
  static let all: [any Computing.Type] = [
    Mean.self, Median.self, StandardDeviation.self, Minimum.self, Maximum.self, Sum.self,
    Count.self, AbsoluteValue.self, SquareRoot.self, Logarithm.self, Exponential.self,
    Rounding.self,
  ]

  /// Their records, to be part of a vocabulary.
  package static var abouts: [FunctionAbout] { all.map { $0.function } }

  /// The function of that name.
  static func function(_ name: String) -> (any Computing.Type)? {
    all.first { $0.function.about.name == name }
  }
}
