package import Catalogue
package import Language
internal import Analysis

/// `exploration(run)`: how much of what could be connected was tried.
package enum ExplorationFunction: WorkFunction {
  package static let function = FunctionAbout(
    About(
      name: "exploration", category: .function,
      summary:
        "the share of cells that ever held a connection, at the start and after each evolution",
      details:
        "The exploration rate of in-time over-parameterisation (ITOP): at the same density a "
        + "training that tries more of the cells often ends better. The run must have been trained with "
        + "`exploration=true`. Of a very sparse large layer every k-th input neuron is followed, so that "
        + "no more than 4 bytes a connection are taken.",
      paper: "Liu, Yin, Mocanu & Pechenizkiy 2021", parameters: [Functions.run],
      examples: [
        Example(
          "spirals = data spirals\nnet = network in-32-out\n"
            + "first = train net data=spirals epochs=3 exploration=true\nexploration(first)")
      ]),
    result: .list(.fraction(.unit)))

  package static func call(_ arguments: Arguments, in session: Session) throws -> Value {
    .numbers(try arguments.run().run.exploration().map(\.share))
  }
}
