package import Catalogue
package import Language
internal import Reports

/// `published(study, figures, of)`: what a paper says beside what was measured.
package enum PublishedFunction: WorkFunction {
  package static let function = FunctionAbout(
    About(
      name: "published", category: .function,
      summary: "the figures of a paper beside those of a study, with the differences",
      details: """
        One figure for each combination of the study's factors but the seed, in the order of its \
        table: the last factor varies fastest. Measured is the mean over seeds. Factors of a \
        single value have no column. `report` writes the table into a file.
        """,
      parameters: [
        .required("study", .object([StudyObject.kind]), "the study"),
        .required("figures", .list(.fraction(.unit)), "what the paper says, such as 64.33%"),
        Parameter(
          "of", .choice(PublishedMeasure.allCases.map(\.rawValue)),
          default: .name(PublishedMeasure.bestAccuracy.rawValue), "what the figures are"),
      ],
      examples: [
        Example(
          "spirals = data spirals\nnet = network in-32-out\n"
            + "study = compare net data=spirals epochs=3 over policy=[static, set] seed=1..2\n"
            + "published(study, [60%, 65%], of=accuracy)")
      ]),
    result: .object([TableObject.kind]))

  package static func call(_ arguments: Arguments, in session: Session) throws -> Value {
    let object: StudyObject = try arguments.object("study")
    let figures = arguments.list("figures").compactMap { figure -> Double? in
      if case .number(let value) = figure { value } else { nil }
    }
    let combinations = object.study.publishedCount
    guard figures.count == combinations else {
      throw WorkbenchError.figures(given: figures.count, combinations: combinations)
    }
    let measure = PublishedMeasure(rawValue: arguments.choice("of")) ?? .bestAccuracy
    return .object(TableObject(table: object.study.published(figures, of: measure)))
  }
}
