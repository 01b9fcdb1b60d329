package import Catalogue
package import Language
internal import Datasets
internal import Reports
internal import Training

/// `evaluate RUN`: how a trained network does on the test samples of a data set.
package enum EvaluateVerb: Verb {
  package static let verb = VerbAbout(
    About(
      name: "evaluate", category: .verb,
      summary: "tests a trained network: loss, accuracy, and where it errs",
      details: """
        Each row is a class: how many test samples it has, how many of them were found (recall), \
        and how many of those named so are of it (precision). Dropout is off. Samples of other data are scaled as those of the training \
        were, and their classes are matched by name.
        """,
      parameters: [
        .optional(
          "data", .object([DatasetObject.kind]),
          "the data set whose test samples to use; that of the run if not given")
      ],
      examples: [
        Example(
          "spirals = data spirals\nnet = network in-32-out\n"
            + "first = train net data=spirals epochs=2\nevaluate first")
      ]),
    subject: .expression(.object([RunObject.kind, NetworkObject.kind])), result: TableObject.kind)

  package static func perform(_ invocation: Invocation, in session: Session) throws -> Value {
    let given = invocation.arguments.has("data") ? try invocation.dataset("data") : nil
    let (network, data) = try invocation.subjectObject().trained(testedOn: given)
    let evaluation = try network.evaluate(on: data.dataset, engine: session.engine())
    return .object(
      TableObject(table: .evaluation(evaluation, classNames: network.classNames)))
  }
}
