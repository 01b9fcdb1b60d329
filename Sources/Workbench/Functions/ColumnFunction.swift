package import Catalogue
package import Language
internal import Reports

/// `column(table, name)`: the values of a table's column.
package enum ColumnFunction: WorkFunction {
  package static let function = FunctionAbout(
    About(
      name: "column", category: .function,
      summary: "the values of a table's column, from the top, as a list",
      details: "The first column of that name. Times are in seconds, fractions from 0 to 1.",
      parameters: [
        .required("table", .object([TableObject.kind]), "the table"),
        .required("name", .text, "what stands above the column"),
      ],
      examples: [
        Example(
          "spirals = data spirals\nnet = network in-32-out\n"
            + "first = train net data=spirals epochs=3\nmax(column(removal(first), \"accuracy\"))")
      ]),
    result: .list(.any))

  package static func call(_ arguments: Arguments, in session: Session) throws -> Value {
    let table = try (arguments.object("table") as TableObject).table
    let name = arguments.text("name")
    guard let cells = table.column(name) else {
      throw WorkbenchError.column(name: name, among: table.columns.map(\.name))
    }
    return .list(try cells.map { try value(of: $0, in: name) })
  }

  private static func value(of cell: Cell, in name: String) throws -> Value {
    switch cell {
    case .text(let text): return .text(text)
    case .logic(let logic): return .logic(logic)
    case .count, .number, .percent, .seconds, .missing:
      guard let number = cell.number, number.isFinite else {
        throw WorkbenchError.emptyCell(column: name)
      }
      return .number(number)
    }
  }
}
