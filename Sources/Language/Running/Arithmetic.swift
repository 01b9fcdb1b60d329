internal import Catalogue

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What the operators do with values.
///
/// Numbers are IEEE doubles; a result that is infinite or no number is an error, as is division by zero. `%` has the
/// sign of its right operand, `-7 % 3` is 2. On lists of numbers, `+ - * / % ^` work element by element, between lists of equal
/// length or a list and a number. `+` joins two texts. Durations add and subtract, and scale by numbers.
enum Arithmetic {
  /// The value of `a sign b`. `and` and `or` are the evaluator's, since they need not evaluate both.
  static func apply(_ sign: Operator, _ a: Value, _ b: Value) throws(KindProblem) -> Value {
    switch sign {
    case .equal: return .logic(a.isEqual(to: b))
    case .notEqual: return .logic(!a.isEqual(to: b))
    case _ where sign.isComparison: return .logic(try compare(sign, a, b))
    default: return try combine(sign, a, b)
    }
  }

  /// The value of `-a`.
  static func negate(_ a: Value) throws(KindProblem) -> Value {
    switch a {
    case .number(let number): return .number(-number)
    case .duration(let seconds): return .duration(-seconds)
    case .list, .range: return try combine(.multiply, .number(-1), a)
    default:
      throw KindProblem(LanguageErrors.badOperands, "`-` does not work on \(a.plainName)")
    }
  }

  static func problem(_ sign: Operator, _ a: String, _ b: String) -> KindProblem {
    let joinsText = sign == .add && (a == "a text" || b == "a text")
    return KindProblem(
      LanguageErrors.badOperands, "`\(sign.spelling)` does not work on \(a) and \(b)",
      hint: joinsText ? "to show both, give both to `print`" : nil)
  }

  private static func compare(_ sign: Operator, _ a: Value, _ b: Value) throws(KindProblem) -> Bool
  {
    switch (a, b) {
    case (.number(let x), .number(let y)), (.duration(let x), .duration(let y)):
      if x.isNaN || y.isNaN {
        throw KindProblem(
          LanguageErrors.notANumber, "one side of `\(sign.spelling)` is not a number")
      }
      return ordered(sign, x, y)
    case (.text(let x), .text(let y)): return ordered(sign, x, y)
    default: throw problem(sign, a.plainName, b.plainName)
    }
  }

  private static func ordered<Element: Comparable>(_ sign: Operator, _ x: Element, _ y: Element)
    -> Bool
  {
    switch sign {
    case .less: x < y
    case .atMost: x <= y
    case .greater: x > y
    default: x >= y
    }
  }

  private static func combine(_ sign: Operator, _ a: Value, _ b: Value) throws(KindProblem) -> Value
  {
    switch (a, sign, b) {
    case (.number(let x), _, .number(let y)): return .number(try number(sign, x, y))
    case (.text(let x), .add, .text(let y)): return .text(x + y)
    case (.duration(let x), .add, .duration(let y)),
      (.duration(let x), .subtract, .duration(let y)),
      (.duration(let x), .multiply, .number(let y)), (.duration(let x), .divide, .number(let y)),
      (.number(let x), .multiply, .duration(let y)):
      return .duration(try number(sign, x, y))
    case (.duration(let x), .divide, .duration(let y)): return .number(try number(sign, x, y))
    case (.list, _, _), (.range, _, _), (_, _, .list), (_, _, .range):
      return try elementwise(sign, a, b)
    default: throw problem(sign, a.plainName, b.plainName)
    }
  }

  private static func elementwise(_ sign: Operator, _ a: Value, _ b: Value) throws(KindProblem)
    -> Value
  {
    for case .range(let range) in [a, b] where range.count == nil { throw Binder.tooLong }
    let count = a.elements?.count ?? b.elements?.count ?? 0
    let left = a.elements ?? Array(repeating: a, count: count)
    let right = b.elements ?? Array(repeating: b, count: count)
    guard left.count == right.count else {
      throw KindProblem(
        LanguageErrors.badOperands,
        "`\(sign.spelling)` works on lists of equal length, not \(left.count) and \(right.count)")
    }
    var result: [Value] = []
    result.reserveCapacity(left.count)
    for (x, y) in zip(left, right) {
      guard case .number(let x) = x, case .number(let y) = y else {
        throw problem(sign, a.plainName, b.plainName)
      }
      result.append(.number(try number(sign, x, y)))
    }
    return .list(result)
  }

  private static func number(_ sign: Operator, _ x: Double, _ y: Double) throws(KindProblem)
    -> Double
  {
    if y == 0, sign == .divide || sign == .modulo {
      throw KindProblem(LanguageErrors.divisionByZero, "division by zero")
    }
    let result =
      switch sign {
      case .add: x + y
      case .subtract: x - y
      case .multiply: x * y
      case .divide: x / y
      case .modulo: remainder(x, y)
      default: pow(x, y)
      }
    return try finite(result, of: "`\(sign.spelling)`")
  }

  /// The remainder with the sign of `y`.
  private static func remainder(_ x: Double, _ y: Double) -> Double {
    let rest = x.truncatingRemainder(dividingBy: y)
    return rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest
  }

  /// The number, unless it is infinite or none.
  static func finite(_ number: Double, of what: String) throws(KindProblem) -> Double {
    if number.isNaN {
      throw KindProblem(LanguageErrors.notANumber, "the result of \(what) is not a number")
    }
    if number.isInfinite {
      throw KindProblem(LanguageErrors.overflow, "the result of \(what) is too large a number")
    }
    return number
  }
}
