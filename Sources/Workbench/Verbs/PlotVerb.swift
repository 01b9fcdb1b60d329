package import Catalogue
package import Language
internal import Reports
internal import Training

/// `plot EXPRESSION`: a list of numbers as a curve.
package enum PlotVerb: Verb {
  package static let verb = VerbAbout(
    About(
      name: "plot", category: .verb,
      summary: "draws a list of numbers, or several lists, as curves",
      parameters: [
        .optional(
          "to", .file,
          "the file to write: \(DocumentFormat.extensions.joined(separator: " "))"),
        .optional("title", .text, "what stands above the chart"),
        Parameter("log", .logic, default: false, "whether the vertical axis is logarithmic"),
      ],
      examples: [
        Example("plot [3, 1, 4, 1, 5] title=\"digits\""),
        Example("plot [[1, 2, 3], [1, 4, 9]] log=true", "two curves on a logarithmic axis"),
      ]),
    subject: .expression(.any), result: FigureObject.kind)

  package static func perform(_ invocation: Invocation, in session: Session) throws -> Value {
    let value = invocation.subjectValue()
    let title = invocation.arguments.optionalText("title") ?? ""
    let curves = try curves(value)
    if invocation.arguments.logic("log"), curves.contains(where: { $0.values.contains { $0 <= 0 } })
    {
      session.note("a logarithmic axis has no place for 0 and below: such values are left out")
    }
    let chart = Chart.plot(
      curves, title: title, log: invocation.arguments.logic("log"))
    let path = invocation.arguments.optionalText("to")
    if let path { try Document(title: title, blocks: [.chart(chart)]).write(to: path) }
    return .object(FigureObject(chart: chart, path: path))
  }

  /// The curves of a value: one list, or a list of lists; of a run or study, its test accuracies; of
  /// a table, its columns of numbers.
  private static func curves(_ value: Value) throws -> [(name: String, values: [Double])] {
    if let numbers = value.numberList { return [("", numbers)] }
    if case .list(let elements) = value, elements.isEmpty { throw WorkbenchError.empty(key: nil) }
    switch value {
    case .list(let lists):
      let curves = lists.compactMap(\.numberList)
      guard !lists.isEmpty, curves.count == lists.count else {
        throw WorkbenchError.notPlottable("list of other things than numbers")
      }
      return curves.enumerated().map { ("\($0.offset + 1)", $0.element) }
    case .object(let run as RunObject): return [("test accuracy", run.run.accuracyCurve)]
    case .object(let study as StudyObject):
      return zip(study.study.entries, study.runs).map {
        ($0.assignment.joined(separator: ", "), $1.run.accuracyCurve)
      }
    case .object(let table as TableObject):
      let columns = table.table.columns.filter { $0.kind != .text }
      return columns.map { column in
        (column.name, (table.table.column(column.name) ?? []).map { $0.number ?? .nan })
      }
    default: throw WorkbenchError.notPlottable(value.kindName)
    }
  }
}

extension Value {
  /// The numbers of a list or range of numbers.
  fileprivate var numberList: [Double]? {
    switch self {
    case .range(let range): return range.numbers
    case .list(let elements):
      let numbers = elements.compactMap { if case .number(let number) = $0 { number } else { nil } }
      return numbers.count == elements.count && !numbers.isEmpty ? numbers : nil
    default: return nil
    }
  }
}
