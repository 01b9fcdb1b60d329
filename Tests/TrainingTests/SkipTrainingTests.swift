import Catalogue
import Datasets
import Evolution
import Networks
import Sparse
import Testing
import Training

/// Training with skip layers, and with changes of topology at steps.
struct SkipTrainingTests {
  private func trained(
    _ policy: Argument, _ settings: [String: Argument] = [:],
    network: [String: Argument] = ["dropout": 0.3], hidden: [Int] = [30, 20]
  ) throws -> Run {
    // Sparse enough that there are many cells to grow into.
    try Clusters.trainer(
      ["policy": policy].merging(settings) { $1 },
      network: network.merging(["sparse": .call("density", ["density": 0.3])]) { $1 },
      hidden: hidden
    ).run()
  }

  @Test(arguments: ["liset", "rigl"]) func learns(policy: String) throws {
    let call: Argument = policy == "rigl" ? .call(policy, ["interval": 5]) : .call(policy)
    let run = try trained(call, ["epochs": 12], network: [:])
    #expect(run.accuracy > 0.9 && run.completed)
    #expect(!run.evolutionRecords.isEmpty)
    #expect(run.evolutionRecords.allSatisfy { $0.added == $0.removed })
    #expect(Set(run.evolutionRecords.filter { $0.layer == 1 }.map(\.nonzeros)).count == 1)
  }

  @Test(arguments: [
    Argument.call("liset"), .call("liset", ["sampling": .name("ranked"), "gamma": -3]),
    .call("rigl", ["interval": 3]),
  ])
  func threadsDoNotChangeABit(policy: Argument) throws {
    let runs = try [1, 2, 3].map {
      try trained(policy, ["threads": .number(Double($0))], hidden: [300, 200])
    }
    for run in runs.dropFirst() {
      #expect(run.digest == runs[0].digest)
      #expect(run.lossCurve == runs[0].lossCurve)
      #expect(run.evolutionRecords == runs[0].evolutionRecords)
      #expect(run.skips == runs[0].skips)
      #expect(run.network.layers.map(\.weights) == runs[0].network.layers.map(\.weights))
    }
  }

  @Test func skipLayersAreNoPartOfTheNetwork() throws {
    let run = try trained(.call("liset"))
    let set = try trained(.call("set"))
    // 20 and 30 inputs to 4 classes.
    #expect(run.skipConnections == 200 && set.skipConnections == 0 && set.skips == nil)
    #expect(run.parameters == set.parameters && run.density == set.density)
    #expect(try run.evaluate(on: Clusters.dataset().test) == run.test)
    #expect(run.network.layers.count == 3)
    // Trained on since they were last drawn.
    let skips = try #require(run.skips)
    #expect(skips.layers.contains { $0.weights.values.contains { abs($0) > 0.005 } })
  }

  @Test func alwaysLeftOutTheyChangeNothingBeforeTheFirstEvolution() throws {
    let without = try trained(.call("liset", ["skip_dropout": 1]))
    let with = try trained(.call("liset", ["skip_dropout": 0]))
    let set = try trained(.call("set"))
    #expect(without.lossCurve[0] == set.lossCurve[0])
    #expect(without.testLossCurve[0] == set.testLossCurve[0])
    #expect(with.lossCurve[0] != set.lossCurve[0])
    #expect(without.lossCurve[1] != set.lossCurve[1])
  }

  @Test func theyAreDrawnAnewAfterEveryEvolution() throws {
    // The last evolution comes before an epoch of rate next to nothing.
    let run = try trained(.call("liset"), ["lr": 1e-9, "momentum": 0, "epochs": 3])
    let skips = try #require(run.skips)
    var fresh = SkipLayers(of: run.network, by: skips.plan, seed: run.seed)
    #expect(skips.layers[0].weights.values != fresh.layers[0].weights.values)
    fresh.redraw(epoch: 2, seed: run.seed)
    for (skip, new) in zip(skips.layers, fresh.layers) {
      for (a, b) in zip(skip.weights.values, new.weights.values) { #expect(abs(a - b) < 1e-6) }
    }
  }

  @Test func publishedCodeDropsHalfWhateverIsAsked() throws {
    func liset(_ dropout: Argument, _ fidelity: String) throws -> Run {
      try trained(.call("liset"), ["fidelity": .name(fidelity)], network: ["dropout": dropout])
    }
    let runs = try [0.3, 0.5].map { try liset(.number($0), "code") }
    #expect(runs[0].digest == runs[1].digest)
    #expect(runs[0].network.dropout == 0.5)
    // Tested without dropout; velocity stays.
    let tested = try runs[0].evaluate(on: Clusters.dataset().test)
    #expect(tested.loss == runs[0].epochRecords.last?.testLoss)
    #expect(runs[0].network.layers[0].weights.velocity.contains { $0 != 0 })
    #expect(try liset(0.3, "paper").digest != runs[0].digest)
  }

  @Test func topologyChangesAtStepsInsteadOfWeights() throws {
    // 7 batches an epoch; until step 21 of 28.
    let run = try trained(.call("rigl", ["interval": 5]))
    let first = run.evolutionRecords.filter { $0.layer == 1 }
    #expect(first.map(\.epoch) == [1, 2, 3, 3])
    #expect(first.map(\.removed) == first.map(\.removed).sorted(by: >))
    #expect(run.evolutionRecords.map(\.layer) == [1, 2, 1, 2, 1, 2, 1, 2])
    #expect(run.lastAdded[0].count == first.last?.added && run.lastAdded[2].isEmpty)

    // All steps but the last change the topology alone: biases have moved once.
    let every = try trained(
      .call("rigl", ["interval": 1, "until": 1]), ["epochs": 1, "momentum": 0, "lr": 0.5],
      network: [:])
    #expect(every.evolutionRecords.count == 2 * 6)
    let none = try trained(.call("static"), ["epochs": 0], network: [:])
    let (moved, first0) = (every.network.layers[2].bias, none.network.layers[2].bias)
    let change = zip(moved?.values ?? [], first0?.values ?? []).map { abs($0 - $1) }
    // Of one step: the rate times a mean of differences of probabilities.
    #expect((change.max() ?? 1) <= 0.5 && change.contains { $0 > 0 })
  }

  @Test func evolutionsOfAnEpochAreToldWithinIt() throws {
    var names: [String] = []
    _ = try Clusters.trainer([
      "policy": .call("rigl", ["interval": 4]), "epochs": 2,
    ]).run {
      switch $0 {
      case .epoch(let record): names.append("epoch \(record.epoch)")
      case .evolution(let record): names.append("evolution \(record.epoch).\(record.layer)")
      default: break
      }
    }
    #expect(
      names == [
        "evolution 1.1", "evolution 1.2", "epoch 1", "evolution 2.1", "evolution 2.2", "epoch 2",
      ])
  }

  @Test func aDivergedStepOnTheTopologyEndsTheRun() throws {
    let run = try trained(.call("rigl", ["interval": 2]), ["lr": 1e30], network: [:])
    #expect(!run.completed && run.failure != nil)
  }

  @Test func memoryIsSaidBeforehand() throws {
    let (liset, set) = (
      try Clusters.trainer(["policy": .call("liset")]), try Clusters.trainer()
    )
    // Weights and velocity, biases and their gradient; a batch's scores and gradient by 30 inputs.
    let panel = Panel.stride(capacity: 128)
    let expected = 8 * 200 + 2 * 8 * 4 + 4 * 4 + 4 * panel * (4 + 30)
    #expect(liset.memory.skips == UInt64(expected) && set.memory.skips == 0)
    #expect(liset.memory.peak > set.memory.peak)
    let plan = SkipPlan(dropout: 0.5)
    let large = try NetworkPlan(
      shape: Shape(hidden: [1 << 30, 1 << 30]),
      arguments: Arguments([
        "sparse": .call("epsilon", ["epsilon": 0.5]), "output": .name("sparse"),
      ])
    ).layers(inputs: 10, classes: 1 << 30)
    #expect(plan.bytes(of: large, batch: 1 << 40) > 1 << 61)
  }
}
