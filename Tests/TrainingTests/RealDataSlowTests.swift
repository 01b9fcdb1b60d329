import Catalogue
import Datasets
import Networks
import Training
import Testing

/// SET on the real data sets of the papers, for long enough to see that it learns as it should.
/// Needs the data: SPARSESH_DATA, or `shared/data` beside the checkout.
@Suite(.enabled(if: Oracle.dataFolder != nil, "the real data sets are not at hand"))
struct RealDataSlowTests {
  private func run(
    _ name: String, hidden: [Int], network: [String: Argument], settings: [String: Argument]
  ) throws -> Run {
    let dataset = try DataRequest(
      subject: .named(name), arguments: Arguments(), dataDirectory: Oracle.dataFolder,
      relativeTo: "."
    ).load()
    return try Trainer(
      plan: NetworkPlan(shape: Shape(hidden: hidden), arguments: Arguments(network)),
      dataset: dataset, settings: TrainingSettings(arguments: Arguments(settings))
    ).run()
  }

  /// CosineSET's settings reach 95 % in 100 epochs; a fifth of them come near.
  @Test func isoletWithTheSettingsOfCosineSET() throws {
    let run = try run(
      "isolet", hidden: [1000, 1000, 1000],
      network: ["activation": .call("srelu"), "dropout": 0.3],
      settings: ["epochs": 20])
    #expect(run.parameters == 138_340)
    #expect(run.bestAccuracy >= 0.925)
  }

  @Test func madelonWithTheSettingsOfCosineSET() throws {
    let run = try run(
      "madelon", hidden: [1000, 1000, 1000],
      network: ["activation": .call("srelu"), "dropout": 0.3],
      settings: ["epochs": 30, "lr": 0.1])
    #expect(run.bestAccuracy >= 0.6)
  }

  @Test func mnistWithAFewConnections() throws {
    let run = try run(
      "mnist", hidden: [300, 100], network: ["sparse": .call("epsilon", ["epsilon": 9])],
      settings: ["epochs": 2])
    #expect(run.bestAccuracy >= 0.9)
  }
}
