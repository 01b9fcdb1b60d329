package import Catalogue
package import Language
internal import Training

/// `accuracy(run)`: the test accuracy of the final network.
package enum AccuracyFunction: WorkFunction {
  package static let function = FunctionAbout(
    About(
      name: "accuracy", category: .function,
      summary: "the test accuracy of the final network, as `run.accuracy`",
      parameters: [Functions.run],
      examples: [
        Example(
          "spirals = data spirals\nnet = network in-32-out\n"
            + "first = train net data=spirals epochs=3\naccuracy(first)")
      ]),
    result: .fraction(.unit))

  package static func call(_ arguments: Arguments, in session: Session) throws -> Value {
    .number(try arguments.run().run.accuracy)
  }
}
