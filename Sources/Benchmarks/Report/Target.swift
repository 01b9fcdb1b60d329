internal import Catalogue

/// Something that the engine is asked to reach, held against what was measured.
package struct Target: Sendable, Equatable {
  /// Which target of the design it belongs to.
  package let number: String
  /// What is asked.
  package let what: String
  /// How much of it.
  package let asked: String
  /// What was measured, or that it was not.
  package let measured: String
  /// Whether it is reached; nil where it was not measured.
  package let isReached: Bool?

  /// `yes`, `no`, or a dash.
  package var verdict: String { isReached.map { $0 ? "yes" : "no" } ?? "–" }

  /// At least so much is asked.
  static func atLeast(
    _ asked: Double, _ number: String, _ what: String, _ measured: Double?, _ unit: Unit
  ) -> Target {
    Target(
      number: number, what: what, asked: "≥ " + unit.text(asked),
      measured: measured.map(unit.text) ?? "not measured", isReached: measured.map { $0 >= asked })
  }

  /// At most so much is asked.
  static func atMost(
    _ asked: Double, _ number: String, _ what: String, _ measured: Double?, _ unit: Unit
  ) -> Target {
    Target(
      number: number, what: what, asked: "≤ " + unit.text(asked),
      measured: measured.map(unit.text) ?? "not measured", isReached: measured.map { $0 <= asked })
  }

  /// The same, with what is known of the limit beside what was measured.
  func with(limit: String?) -> Target {
    guard let limit, isReached != nil else { return self }
    return Target(
      number: number, what: what, asked: asked, measured: "\(measured) (\(limit))",
      isReached: isReached)
  }

  /// How the numbers read.
  enum Unit {
    case share, ratio, seconds, bytes

    func text(_ value: Double) -> String {
      switch self {
      case .share: NumberText.percent(value, value < 0.1 ? 1 : 0)
      case .ratio: NumberText.fixed(value, value < 10 ? 2 : 1) + " ×"
      case .seconds: NumberText.time(value)
      case .bytes: NumberText.fixed(value, 1) + " B"
      }
    }
  }
}
