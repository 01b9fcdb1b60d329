/// The operators with their binding strength: one table for the parser, the interpreter and the formatter.
package enum Operator: String, Sendable, CaseIterable {
  case or
  case and
  case not
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case atMost = "<="
  case greater = ">"
  case atLeast = ">="
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case modulo = "%"
  /// A sign before an operand; spelled as subtraction.
  case negate = "negate"
  case power = "^"

  /// How strongly it binds; a range `a..b` binds at `rangeStrength`.
  var strength: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .not: 3
    case .equal, .notEqual, .less, .atMost, .greater, .atLeast: 4
    case .add, .subtract: 6
    case .multiply, .divide, .modulo: 7
    case .negate: 8
    case .power: 9
    }
  }

  /// The strength of `..`, between comparison and addition: `1..n - 1` ends at n − 1.
  static let rangeStrength = 5

  /// Whether `a ∘ b ∘ c` means `a ∘ (b ∘ c)`.
  var isRightAssociative: Bool { self == .power }

  /// Whether it compares two values; comparisons do not chain.
  var isComparison: Bool { strength == 4 }

  /// How it is written.
  package var spelling: String { self == .negate ? "-" : rawValue }

  /// The binary operator that a token is, if any.
  init?(binary token: TokenKind) {
    guard let found = Operator(rawValue: token.rawValue), found != .not, found != .negate else {
      return nil
    }
    self = found
  }
}
