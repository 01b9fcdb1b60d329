package import Catalogue
package import Language
internal import Analysis

/// `distance(run, other)`: how different two topologies are.
package enum DistanceFunction: WorkFunction {
  package static let function = FunctionAbout(
    About(
      name: "distance", category: .function,
      summary: "how different the connections of two runs are, a number a layer",
      details: """
        0 for the same connections, 1 for none in common, whatever their weights. Neurons are compared \
        by their places: a network whose hidden neurons have only changed places is a different one.
        """,
      formula: "1 − |A ∩ B| / |A ∪ B|",
      paper: "Jaccard 1912",
      parameters: [
        Functions.run, Parameter.required("other", .object([RunObject.kind]), "the other run"),
      ],
      examples: [
        Example(
          "spirals = data spirals\nnet = network in-32*2-out sparse=density(30%)\n"
            + "first = train net data=spirals epochs=3\n"
            + "second = train net data=spirals epochs=3 seed=2\ndistance(first, second)")
      ]),
    result: .list(.fraction(.unit)))

  package static func call(_ arguments: Arguments, in session: Session) throws -> Value {
    let distances = try arguments.run().run.topologyDistances(to: arguments.run("other").run)
    return .numbers(distances.map(\.distance))
  }
}
