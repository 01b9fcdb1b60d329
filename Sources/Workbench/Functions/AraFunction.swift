package import Catalogue
package import Language
internal import Analysis

/// `ara(run, b)`: accuracy rated over the whole training.
package enum AraFunction: WorkFunction {
  package static let function = FunctionAbout(
    About(
      name: "ara", category: .function,
      summary: "the accuracy of a training as a whole: its curve, weighted towards one end",
      formula: "Σ aᵢ (i c₁ + c₂) / (n² (b + 1) / 2), c₁ = (n − n b) / (n − 1), c₂ = n − n c₁",
      paper: "Radu 2021, LiSET",
      parameters: [
        Functions.run,
        Parameter(
          "b", .number(.nonNegative), default: 0.5,
          "the weight of the first epoch against that of the last; 1 gives the plain mean"),
      ],
      examples: [
        Example(
          "spirals = data spirals\nnet = network in-32-out\n"
            + "first = train net data=spirals epochs=3\nara(first)")
      ]),
    result: .number(.any))

  package static func call(_ arguments: Arguments, in session: Session) throws -> Value {
    let run = try arguments.run().run
    return .number(run.ara(b: arguments.number("b")))
  }
}
