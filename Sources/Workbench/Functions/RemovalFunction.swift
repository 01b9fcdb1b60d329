package import Catalogue
package import Language
internal import Analysis
internal import Datasets
internal import Reports

/// `removal(run, order)`: accuracy as inputs are taken away.
package enum RemovalFunction: WorkFunction {
  package static let function = FunctionAbout(
    About(
      name: "removal", category: .function,
      summary: "test accuracy as the inputs are set to 0, one more at a time, by their core degree",
      paper: "Pieterse & Mocanu 2019, section 5",
      parameters: [
        Functions.run,
        Parameter(
          "order", .choice(["least", "most"]), default: .name("least"),
          "whether the least or the most connected inputs go first"),
      ],
      examples: [
        Example(
          "spirals = data spirals\nnet = network in-32-out\n"
            + "first = train net data=spirals epochs=3\nremoval(first)")
      ]),
    result: .object([TableObject.kind]))

  package static func call(_ arguments: Arguments, in session: Session) throws -> Value {
    let object = try arguments.run()
    let curve = try object.run.removalCurve(
      on: object.data.dataset.test,
      order: RemovalCurve.Order(rawValue: arguments.choice("order")) ?? .least,
      engine: session.engine())
    return .object(
      TableObject(
        table: Table(
          title: "Accuracy with inputs removed",
          columns: [.init("removed"), .init("accuracy", .percent)],
          rows: zip(curve.removed, curve.accuracies).map { [.count($0), .percent($1)] })))
  }
}
