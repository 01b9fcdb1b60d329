package import Catalogue
package import Language
internal import Analysis

/// `degrees(run, layer, side, core)`: connections of each neuron.
package enum DegreesFunction: WorkFunction {
  package static let function = FunctionAbout(
    About(
      name: "degrees", category: .function,
      summary: "the number of connections of each neuron of a layer",
      parameters: [
        Functions.run,
        Parameter("layer", .integer(.from(1)), default: 1, "the layer, from 1 at the inputs"),
        Parameter(
          "side", .choice(["in", "out"]), default: .name("in"),
          "whether to count by the layer's inputs or outputs"),
        Parameter(
          "core", .logic, default: true,
          "whether to leave out the connections that the last evolution added"),
      ],
      examples: [
        Example(
          "spirals = data spirals\nnet = network in-32-out\n"
            + "first = train net data=spirals epochs=3\nmax(degrees(first))")
      ]),
    result: .list(.integer(.nonNegative)))

  package static func call(_ arguments: Arguments, in session: Session) throws -> Value {
    let run = try arguments.run().run
    let degrees = try run.degrees(
      layer: arguments.integer("layer"),
      side: LayerSide(rawValue: arguments.choice("side")) ?? .input,
      core: arguments.logic("core"))
    return .numbers(degrees.map(Double.init))
  }
}
