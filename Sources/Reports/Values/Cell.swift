internal import Catalogue

/// A typed value of a table or a fact. It has two texts: one to read (`138,340`, `95.4%`) and one
/// for programs (`138340`, `0.9541`), which keeps every digit.
public enum Cell: Sendable, Equatable {
  case text(String)
  /// A whole number, read with commas between thousands.
  case count(Int)
  /// A number, read with that many decimals, or with four significant digits.
  case number(Double, decimals: Int? = nil)
  /// A fraction, read in percent.
  case percent(Double, decimals: Int = 2)
  /// A length of time in seconds.
  case seconds(Double)
  case logic(Bool)
  /// Nothing is known.
  case missing

  /// The text that people read. What is not a number reads `–`.
  public var reading: String {
    switch self {
    case .text(let text): text
    case .count(let value): NumberText.count(value)
    case .number(let value, nil): Digits.significant(value, 4)
    case .number(let value, let decimals?):
      value.isNaN ? "–" : NumberText.fixed(value, min(max(decimals, 0), 15))
    case .percent(let value, let decimals):
      // Beyond that a number of percent is none that anyone reads, and may overflow.
      abs(value) < 1e12
        ? NumberText.percent(value, min(max(decimals, 0), 12)) : Digits.significant(value, 4)
    case .seconds(let value): value.isNaN ? "–" : NumberText.time(value)
    case .logic(let value): value ? "yes" : "no"
    case .missing: "–"
    }
  }

  /// The value for programs: numbers with all their digits, fractions as fractions. A time is an
  /// object `{"seconds": …}`: the one thing in which equal runs differ is always under that name.
  public var json: JSONValue {
    switch self {
    case .text(let text): .text(text)
    case .count(let value): .integer(value)
    case .number(let value, _), .percent(let value, _): .number(value)
    case .seconds(let value): ["seconds": .number(value)]
    case .logic(let value): .logic(value)
    case .missing: .null
    }
  }

  /// The cell as a number, where it is one.
  public var number: Double? {
    switch self {
    case .count(let value): Double(value)
    case .number(let value, _), .percent(let value, _), .seconds(let value): value
    case .text, .logic, .missing: nil
    }
  }
}
