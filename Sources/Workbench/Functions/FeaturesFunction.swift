package import Catalogue
package import Language
internal import Analysis
internal import Reports

/// `features(run, top)`: the inputs the network holds on to.
package enum FeaturesFunction: WorkFunction {
  package static let function = FunctionAbout(
    About(
      name: "features", category: .function,
      summary: "the inputs with the most connections, those of the last evolution left out",
      parameters: [
        Functions.run,
        Parameter("top", .integer(.from(1)), default: 20, "how many to list"),
      ],
      examples: [
        Example(
          "spirals = data spirals\nnet = network in-32-out\n"
            + "first = train net data=spirals epochs=3\nfeatures(first, top=2)")
      ]),
    result: .object([TableObject.kind]))

  package static func call(_ arguments: Arguments, in session: Session) throws -> Value {
    let ranking = try arguments.run().run.featureRanking.prefix(arguments.integer("top"))
    return .object(
      TableObject(
        table: Table(
          title: "Best-connected inputs",
          columns: [.init("rank"), .init("feature", .text), .init("core degree")],
          rows: ranking.enumerated().map { rank, feature in
            [.count(rank + 1), .text(feature.name), .count(feature.degree)]
          })))
  }
}
