internal import Catalogue

/// A function of the language itself: it computes with numbers and knows nothing else.
protocol Computing: Sendable {
  /// Its record, with the kind of its value.
  static var function: FunctionAbout { get }
  /// Its value for arguments that have been checked against the record.
  static func value(_ arguments: Arguments) throws(KindProblem) -> Value
}

/// A function of many numbers that gives one: `mean(1, 2, 3)`, `mean(first.accuracy_curve)`.
protocol Summarising: Computing {
  static var name: String { get }
  static var summary: String { get }
  static var formula: String? { get }
  /// The fewest numbers it can work on.
  static var fewest: Int { get }
  static var example: Example { get }
  /// Its value for at least `fewest` finite numbers.
  static func value(of numbers: [Double]) -> Double
}

extension Summarising {
  static var formula: String? { nil }
  static var fewest: Int { 1 }

  static var function: FunctionAbout {
    FunctionAbout(
      About(
        name: name, category: .function, summary: summary, formula: formula,
        parameters: [
          .required(
            "values", .either([.number(.any), .list(.number(.any))]),
            "numbers, or lists of numbers, all taken together")
        ], examples: [example]),
      result: .number(.any), variadic: true)
  }

  static func value(_ arguments: Arguments) throws(KindProblem) -> Value {
    let numbers = arguments.list("values").flatMap(\.numbers)
    guard numbers.count >= fewest else {
      throw KindProblem(
        LanguageErrors.notANumber,
        "`\(name)` needs at least \(fewest == 1 ? "one number" : "\(fewest) numbers")")
    }
    return .number(try Arithmetic.finite(value(of: numbers), of: "`\(name)`"))
  }
}

/// A function of one number, which works on the elements of a list too: `sqrt(2)`.
protocol Elementwise: Computing {
  static var name: String { get }
  static var summary: String { get }
  /// The numbers it is defined for.
  static var domain: Bounds { get }
  static var example: Example { get }
  static func value(of number: Double) -> Double
}

extension Elementwise {
  static var domain: Bounds { .any }

  static var function: FunctionAbout {
    FunctionAbout(
      About(
        name: name, category: .function, summary: summary,
        parameters: [
          .required(
            "x", .either([.number(domain), .list(.number(domain))]),
            "a number, or a list, whose elements are taken one by one")
        ], examples: [example]),
      result: .either([.number(.any), .list(.number(.any))]))
  }

  static func value(_ arguments: Arguments) throws(KindProblem) -> Value {
    try apply(to: arguments["x"], called: name) { value(of: $0) }
  }

  /// The result for a number or for each of a list.
  static func apply(
    to argument: Argument?, called name: String, _ compute: (Double) -> Double
  ) throws(KindProblem) -> Value {
    guard case .list(let elements)? = argument else {
      return .number(try Arithmetic.finite(compute(argument?.numbers.first ?? 0), of: "`\(name)`"))
    }
    var results: [Value] = []
    for number in elements.flatMap(\.numbers) {
      results.append(.number(try Arithmetic.finite(compute(number), of: "`\(name)`")))
    }
    return .list(results)
  }
}

extension Argument {
  /// The numbers it holds, in order.
  var numbers: [Double] {
    switch self {
    case .number(let number): [number]
    case .list(let elements): elements.flatMap(\.numbers)
    default: []
    }
  }
}
