internal import Catalogue

/// The number of elements of a list.
enum Count: Computing {
  static let function = FunctionAbout(
    About(
      name: "count", category: .function, summary: "the number of elements of a list",
      parameters: [.required("list", .list(.any), "the list, of elements of any kind")],
      examples: [Example("print count([3, 1, 4])", "prints 3")]),
    result: .integer(.nonNegative))

  static func value(_ arguments: Arguments) throws(KindProblem) -> Value {
    .number(Double(arguments.list("list").count))
  }
}
