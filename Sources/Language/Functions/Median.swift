internal import Catalogue

/// The median.
enum Median: Summarising {
  static let name = "median"
  static let summary = "the middle number in order of size, or the mean of the two middle ones"
  static let example = Example("print median(1, 2, 6)", "prints 2")

  static func value(of numbers: [Double]) -> Double {
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    guard sorted.count.isMultiple(of: 2) else { return sorted[middle] }
    return sorted[middle - 1] / 2 + sorted[middle] / 2
  }
}
