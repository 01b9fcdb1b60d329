internal import Catalogue

/// Rounding to a number of decimals.
enum Rounding: Computing {
  static let function = FunctionAbout(
    About(
      name: "round", category: .function,
      summary: "the nearest number with so many decimals, halves away from zero",
      parameters: [
        .required(
          "x", .either([.number(.any), .list(.number(.any))]),
          "a number, or a list, whose elements are taken one by one"),
        Parameter("digits", .integer(.between(0, 15)), default: 0, "the decimals to keep"),
      ], examples: [Example("print round(2.345, 2)", "prints 2.35")]),
    result: .either([.number(.any), .list(.number(.any))]))

  static func value(_ arguments: Arguments) throws(KindProblem) -> Value {
    var scale = 1.0
    for _ in 0..<arguments.integer("digits") { scale *= 10 }
    return try AbsoluteValue.apply(to: arguments["x"], called: "round") { number in
      let scaled = number * scale
      // A number too large to scale has no decimals to lose.
      return scaled.isFinite ? scaled.rounded() / scale : number
    }
  }
}
