import Catalogue
import Datasets
import Evolution
import Networks
import Sparse
import Testing
import Training

/// Steps of a policy without training in between.
struct PolicyStepsTests {
  private func network(_ settings: [String: Argument] = [:]) throws -> Network {
    try Clusters.trainer(["epochs": 2], network: settings, hidden: [10, 8]).run().network
  }

  private func steps(_ policy: String, samples: Samples? = Clusters.dataset().train) throws
    -> PolicySteps
  {
    PolicySteps(policy: try Policies.make(Call(policy)), samples: samples, seed: 1, after: 2)
  }

  @Test(arguments: Policies.all.map { $0.about.name }.filter { $0 != "static" })
  func stepsFollowEachOther(policy: String) throws {
    var network = try network(["sparse": .call("density", ["density": 0.4])])
    let first = network.layers.map(\.weights)
    let layers = try steps(policy).take(3, on: &network, engine: Engine(threads: 2))
    #expect(layers.count == 3 && layers.allSatisfy { $0.map(\.layer) == [1, 2] })
    #expect(layers[0].map(\.before) == first.compactMap(\.sparseMatrix))
    for (one, next) in zip(layers, layers.dropFirst()) {
      #expect(one.map(\.after) == next.map(\.before))
    }
    #expect(layers[2].map(\.after) == network.layers.compactMap(\.weights.sparseMatrix))
    #expect(layers.allSatisfy { $0.contains { !$0.removed.isEmpty } })
  }

  /// The first step of a run is the evolution that one more epoch would have begun with.
  @Test(arguments: ["set", "corset", "copaset"], [Fidelity.paper, .code])
  func theFirstStepIsWhatTrainingWouldDo(policy: String, fidelity: Fidelity) throws {
    func run(epochs: Int) throws -> Run {
      try Clusters.trainer(
        [
          "epochs": .number(Double(epochs)), "policy": .call(policy), "seed": 7,
          "fidelity": .name(fidelity.rawValue),
        ], network: ["sparse": .call("density", ["density": 0.4])], hidden: [10, 8]
      ).run()
    }
    var network = try run(epochs: 2).network
    _ = try PolicySteps(
      policy: try Policies.make(Call(policy)), samples: Clusters.dataset().train, seed: 7, after: 2,
      fidelity: fidelity
    ).take(1, on: &network, engine: Engine(threads: 1))
    func cells(_ network: Network) -> [[Cell]] {
      network.layers.compactMap { $0.weights.sparseMatrix?.cells() }
    }
    #expect(try cells(network) == cells(run(epochs: 3).network))
  }

  @Test func whatIsCancelledBeginsNoStep() throws {
    var network = try network(["sparse": .call("density", ["density": 0.4])])
    let cancellation = Cancellation()
    cancellation.cancel()
    let taken = try steps("set").take(
      3, on: &network, engine: Engine(threads: 1), cancellation: cancellation)
    #expect(taken.isEmpty)
  }

  @Test func theGradientsAreThoseOfTheFirstSamples() throws {
    var network = try network(["sparse": .call("density", ["density": 0.4])])
    let samples = Clusters.dataset().train
    let workspace = Workspace(for: network, capacity: 100)
    let gradients = try #require(
      network.gradients(
        features: samples.features, labels: samples.labels, indices: Array(0..<100)[...],
        dropout: nil, workspace: workspace, engine: Engine(threads: 1)
      ).gradients)
    let layers = try steps("rigl").take(1, on: &network, engine: Engine(threads: 1))[0]
    for layer in layers {
      let (inputs, sums) = (
        gradients.inputs(ofLayer: layer.layer), gradients.sums(ofLayer: layer.layer)
      )
      for change in layer.added {
        let expected = (0..<100).reduce(0.0) {
          $0 + Double(inputs[Int(change.cell.row), $1]) * Double(sums[Int(change.cell.column), $1])
        }
        #expect(abs(try #require(change.score) - abs(expected)) < 1e-6)
      }
      #expect(layer.growthMeasure == "|gradient|" && !layer.added.isEmpty)
    }
  }

  @Test func whatCannotBeShownIsRefused() throws {
    func refusal(
      _ policy: String, _ settings: [String: Argument] = [:], count: Int = 1,
      samples: Samples? = nil
    ) throws -> PolicyStepError? {
      var network = try network(settings)
      let before = network.layers.map(\.weights)
      do {
        _ = try steps(policy, samples: samples).take(
          count, on: &network, engine: Engine(threads: 1))
        return nil
      } catch let error as PolicyStepError {
        #expect(network.layers.map(\.weights) == before)
        return error
      }
    }
    #expect(try refusal("static") == .staticPolicy("static"))
    #expect(try refusal("set", ["sparse": .call("none")]) == .denseNetwork)
    #expect(try refusal("codaset") == .noSamples(policy: "codaset"))
    #expect(try refusal("rigl") == .noSamples(policy: "rigl"))
    #expect(try refusal("set", count: 100) == .tooLarge(connections: 280, steps: 100))
    #expect(try refusal("set") == nil)
  }

  @Test func aWideNetworkIsRefusedHoweverSparse() throws {
    var network = try NetworkPlan(
      shape: Shape(hidden: [2000]),
      arguments: Arguments(["sparse": .call("density", ["density": 0.001])])
    ).build(inputs: 1000, classes: 2, seed: 1)
    #expect(throws: PolicyStepError.tooLarge(connections: 2000, steps: 1)) {
      try steps("set").take(1, on: &network, engine: Engine(threads: 1))
    }
  }
}
