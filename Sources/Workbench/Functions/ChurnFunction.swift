package import Catalogue
package import Language
internal import Analysis

/// `churn(run)`: how much each evolution changed.
package enum ChurnFunction: WorkFunction {
  package static let function = FunctionAbout(
    About(
      name: "churn", category: .function,
      summary: "the share of its connections that each evolution replaced, a number an evolution",
      parameters: [Functions.run],
      examples: [
        Example(
          "spirals = data spirals\nnet = network in-32-out\n"
            + "first = train net data=spirals epochs=3\nchurn(first)")
      ]),
    result: .list(.fraction(.unit)))

  package static func call(_ arguments: Arguments, in session: Session) throws -> Value {
    .numbers(try arguments.run().run.churn.map(\.share))
  }
}
