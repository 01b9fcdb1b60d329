package import Catalogue
package import Language
internal import Datasets
internal import Reports
internal import Training

/// `predictions(run, data)`: what the network makes of each test sample.
package enum PredictionsFunction: WorkFunction {
  package static let function = FunctionAbout(
    About(
      name: "predictions", category: .function,
      summary: "the class that a trained network finds for each test sample, and its logits",
      details: """
        A row a test sample, in the order of the data: its class, the class found, and the score \
        of each class before the softmax. Dropout is off. Of networks with more than 100 classes \
        the scores are left out.
        """,
      parameters: [
        .required("run", .object([RunObject.kind, NetworkObject.kind]), "the run, or a network"),
        .optional(
          "data", .object([DatasetObject.kind]),
          "the data set whose test samples to use; that of the run if not given"),
      ],
      examples: [
        Example(
          "spirals = data spirals\nnet = network in-32-out\n"
            + "first = train net data=spirals epochs=3\n"
            + "report predictions(first) to=\"predictions.csv\"")
      ]),
    result: .object([TableObject.kind]))

  /// The classes up to which scores are listed.
  private static let widest = 100

  package static func call(_ arguments: Arguments, in session: Session) throws -> Value {
    guard case .object(let given)? = arguments["run"], let object = given as? any SessionObject
    else { throw WorkbenchError.notAnObject("value") }
    let data: DatasetObject? = arguments.has("data") ? try arguments.object("data") : nil
    let (network, tested) = try object.trained(testedOn: data)
    let names = network.classNames
    let listsScores = names.count <= widest
    let predictions = try network.predictions(
      on: tested.dataset, scores: listsScores, engine: session.engine())
    let scores = listsScores ? names.map { Table.Column("logit \($0)") } : []
    let rows = predictions.classes.indices.map { sample in
      [
        Cell.count(sample + 1), .text(names[Int(predictions.labels[sample])]),
        .text(names[Int(predictions.classes[sample])]),
      ]
        + scores.indices.map { .number(Double(predictions.scores[sample * names.count + $0])) }
    }
    return .object(
      TableObject(
        table: Table(
          title: "Predictions",
          columns: [.init("sample"), .init("class", .text), .init("found", .text)] + scores,
          rows: rows)))
  }
}
