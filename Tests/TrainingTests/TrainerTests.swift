import Catalogue
import Datasets
import Evolution
import Networks
import Sparse
import Training
import Testing

struct TrainerTests {
  @Test func learns() throws {
    let run = try Clusters.trainer(["epochs": 12], network: ["activation": .call("srelu")]).run()
    #expect(run.completed && run.failure == nil)
    #expect(run.epochRecords.map(\.epoch) == Array(1...12))
    #expect(run.accuracy > 0.9)
    #expect(run.bestAccuracy >= run.accuracy)
    #expect(run.lossCurve[11] < run.lossCurve[0] / 2)
    #expect(run.bestEpoch.map { run.accuracyCurve[$0 - 1] } == run.bestAccuracy)
    #expect(run.epochRecords.last?.testAccuracy == run.accuracy)
    #expect(run.parameters == run.network.parameters)
  }

  @Test(arguments: ["relu", "srelu", "tanh"], ["set", "static"])
  func threadsDoNotChangeABit(activation: String, policy: String) throws {
    let runs = try [1, 2, 3, 2].map { threads in
      try Clusters.trainer(
        [
          "policy": .call(policy), "threads": .number(Double(threads)), "weight_decay": 0.001,
        ], network: ["dropout": 0.3, "activation": .call(activation)],
        hidden: [300, 200]
      ).run()
    }
    for run in runs.dropFirst() {
      #expect(run.digest == runs[0].digest)
      #expect(run.lossCurve == runs[0].lossCurve)
      #expect(run.testLossCurve == runs[0].testLossCurve)
      #expect(run.accuracyCurve == runs[0].accuracyCurve)
      #expect(run.evolutionRecords == runs[0].evolutionRecords)
      #expect(run.network.layers.map(\.weights) == runs[0].network.layers.map(\.weights))
    }
  }

  @Test func theSeedDecides() throws {
    let digests = try [1, 1, 2].map {
      try Clusters.trainer(["seed": .number($0)]).run().digest
    }
    #expect(digests[0] == digests[1])
    #expect(digests[0] != digests[2])
    #expect(digests[0].count == 64)
  }

  @Test func noEpochsKeepTheInitialNetwork() throws {
    let trainer = try Clusters.trainer(["epochs": 0])
    let run = try trainer.run()
    let initial = try trainer.plan.build(inputs: 20, classes: 4, seed: 1)
    #expect(run.completed && run.epochs == 0 && run.epochRecords.isEmpty)
    #expect(run.network.layers.map(\.weights) == initial.layers.map(\.weights))
    #expect(run.bestAccuracy == run.accuracy && run.bestEpoch == nil)
    #expect(run.test.samples == 60)
  }

  @Test func theLastPartialBatchIsUsed() throws {
    // With 200 samples, batches of 199 leave one sample over, which takes a step of its own.
    var starts: [TrainingStart] = []
    let run = try Clusters.trainer(["epochs": 1, "batch": 199]).run {
      if case .started(let start) = $0 { starts.append(start) }
    }
    #expect(starts.map(\.batches) == [2])
    var network = try Clusters.trainer().plan.build(inputs: 20, classes: 4, seed: 1)
    let results = train(&network, in: [0..<199, 199..<200])
    #expect(network.layers.map(\.weights) == run.network.layers.map(\.weights))
    #expect(run.lossCurve == [results.reduce(0) { $0 + $1.loss } / 200])
    #expect(run.trainAccuracyCurve == [Double(results.reduce(0) { $0 + $1.correct }) / 200])
  }

  /// The batches of a first epoch by hand.
  private func train(_ network: inout Network, in batches: [Range<Int>]) -> [BatchResult] {
    let samples = Clusters.dataset().train
    var order = Array(0..<200)
    var stream = RandomStream(seed: 1, purpose: .shuffle, epoch: 1)
    stream.shuffle(&order)
    let workspace = Workspace(for: network, capacity: 200)
    return batches.map {
      network.train(
        features: samples.features, labels: samples.labels, indices: order[$0],
        step: MomentumStep(rate: 0.05, momentum: 0.9), dropout: nil, workspace: workspace,
        engine: Engine(threads: 1))
    }
  }

  @Test func fullBatchIsOneStep() throws {
    let run = try Clusters.trainer(["epochs": 1, "batch": 200, "policy": .call("static")]).run()
    var network = try Clusters.trainer().plan.build(inputs: 20, classes: 4, seed: 1)
    _ = train(&network, in: [0..<200])
    #expect(network.layers.map(\.weights) == run.network.layers.map(\.weights))
  }

  @Test func aBatchBeyondTheDataIsRefused() throws {
    _ = try Clusters.trainer(["batch": 200])
    #expect(throws: TrainingError.batch(asked: 201, samples: 200)) {
      try Clusters.trainer(["batch": 201])
    }
    let error = TrainingError.batch(asked: 7000, samples: 6238)
    #expect(error.place == .key("batch"))
    #expect(error.message == "a batch of 7,000 is more than the 6,238 training samples")
  }

  @Test func aShapeThatDoesNotFitIsRefused() throws {
    let plan = try NetworkPlan(shape: Shape(input: 21, hidden: [5], output: 4))
    #expect(throws: NetworkError.inputs(shape: 21, data: 20)) {
      try Trainer(plan: plan, dataset: Clusters.dataset(), settings: TrainingSettings())
    }
  }

  @Test func evolutionsFallBetweenEpochs() throws {
    for (every, expected) in [(1, [1, 2, 3, 4, 5]), (2, [2, 4]), (4, [4]), (6, [])] {
      let run = try Clusters.trainer(["epochs": 6, "evolve_every": .number(Double(every))]).run()
      #expect(Set(run.evolutionRecords.map(\.epoch)).sorted() == expected)
      #expect(run.evolutionRecords.allSatisfy { $0.removed == $0.added && $0.removed > 0 })
      #expect(run.lastAdded[2].isEmpty)
      #expect(run.lastAdded[0].isEmpty == expected.isEmpty)
    }
  }

  @Test func lastAddedPointsAtWhatWasAddedLast() throws {
    // One epoch after the last evolution, most of the new connections have moved.
    let run = try Clusters.trainer(["policy": .call("set", ["regrow": .name("zeros")])]).run()
    let record = try #require(run.evolutionRecords.last { $0.layer == 1 })
    #expect(run.lastAdded[0].count == record.added)
    let values = run.network.layers[0].weights.values
    let new = Set(run.lastAdded[0])
    let small = run.lastAdded[0].map { abs(values[Int($0)]) }.reduce(0, +) / Float(new.count)
    let others = values.indices.filter { !new.contains(Int32($0)) }.map { abs(values[$0]) }
    #expect(small < others.reduce(0, +) / Float(others.count) / 2)
  }

  @Test func denseNetworksHaveNothingToEvolve() throws {
    let run = try Clusters.trainer(network: ["sparse": .call("none")]).run()
    #expect(run.evolutionRecords.isEmpty)
    #expect(run.density == 1 && run.completed)
  }

  @Test func codeFidelityResetsVelocityAndDropsInTests() throws {
    let network: [String: Argument] = ["dropout": 0.5]
    let paper = try Clusters.trainer(network: network).run()
    let code = try Clusters.trainer(["fidelity": .name("code")], network: network).run()
    #expect(paper.network.layers[0].weights.velocity.contains { $0 != 0 })
    #expect(code.network.layers.allSatisfy { $0.weights.velocity.allSatisfy { $0 == 0 } })
    // The first epoch trains alike, but is tested with dropout on.
    #expect(paper.lossCurve[0] == code.lossCurve[0])
    #expect(paper.testLossCurve[0] != code.testLossCurve[0])
  }
}
