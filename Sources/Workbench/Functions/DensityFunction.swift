package import Catalogue
package import Language
internal import Training
internal import Analysis

/// `density(run)`: the share of possible connections.
package enum DensityFunction: WorkFunction {
  package static let function = FunctionAbout(
    About(
      name: "density", category: .function,
      summary: "the density of each layer of the final network",
      parameters: [Functions.run],
      examples: [
        Example(
          "spirals = data spirals\nnet = network in-32-out\n"
            + "first = train net data=spirals epochs=3\ndensity(first)")
      ]),
    result: .list(.fraction(.unit)))

  package static func call(_ arguments: Arguments, in session: Session) throws -> Value {
    .numbers(try arguments.run().run.network.layerDensities.map(\.density))
  }
}
