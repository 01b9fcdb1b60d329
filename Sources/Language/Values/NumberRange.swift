/// Numbers from one to another in equal steps, both ends included: `1..5`, `0..1 by 0.1`, `5..1`.
package struct NumberRange: Sendable, Equatable {
  /// The most numbers a range may stand for.
  package static let longest = 1_000_000

  /// The first number.
  package let first: Double
  /// The bound that no number passes.
  package let last: Double
  /// The step, never 0; towards `last`, or there are no numbers.
  package let step: Double

  /// A range of finite numbers. Without a step it counts by 1 towards `last`.
  package init(_ first: Double, _ last: Double, by step: Double? = nil) {
    precondition(first.isFinite && last.isFinite && step?.isFinite != false && step != 0)
    self.first = first
    self.last = last
    self.step = step ?? (first <= last ? 1 : -1)
  }

  /// How many numbers it stands for; nil if more than `longest`.
  package var count: Int? {
    // A share of a step more, so that 0..1 by 0.1 reaches 1 although 0.1 is no binary number.
    let steps = (last - first) / step + 1e-9
    guard steps >= 0 else { return 0 }
    guard steps < Double(Self.longest) else { return nil }
    return Int(steps) + 1
  }

  /// The numbers, each computed from the first, so that errors do not add up; nil if more than `longest`.
  /// The last number is `last` itself where a whole number of steps leads there.
  package var numbers: [Double]? {
    count.map { count in
      (0..<count).map { index in
        let value = first + Double(index) * step
        return abs(value - last) <= abs(step) * 1e-9 ? last : value
      }
    }
  }
}
