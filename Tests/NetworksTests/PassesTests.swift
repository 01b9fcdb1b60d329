import Catalogue
import Networks
import Sparse
import Testing

struct PassesTests {
  private let engine = Engine(threads: 2)

  @Test func batchesOfAnySizeFollowEachOther() throws {
    // What a larger batch left in the workspace must not reach a smaller one after it.
    let problem = SmallProblem(count: 60)
    let network = try problem.network(["activation": .call("srelu")])
    let shared = Workspace(for: network, capacity: 60)
    for count in [60, 1, 17, 33, 16, 59] {
      let fresh = Workspace(for: network, capacity: 60)
      let (a, b) = (network, network)
      let first = step(a, problem, 0..<count, shared)
      let second = step(b, problem, 0..<count, fresh)
      #expect(first.0 == second.0)
      #expect(first.1.layers.map(\.weights) == second.1.layers.map(\.weights))
      #expect(first.1.layers.map(\.bias) == second.1.layers.map(\.bias))
    }
  }

  private func step(
    _ network: Network, _ problem: SmallProblem, _ range: Range<Int>, _ workspace: Workspace
  ) -> (BatchResult, Network) {
    var network = network
    let result = network.train(
      features: problem.features, labels: problem.labels, indices: Array(range)[...],
      step: MomentumStep(rate: 0.1, momentum: 0.9, decay: 0.01), dropout: nil,
      workspace: workspace, engine: engine)
    return (result, network)
  }

  @Test func decayLeavesBiasesAlone() throws {
    let problem = SmallProblem(count: 8)
    let network = try problem.network(["activation": .call("srelu")])
    var steps = [network, network]
    for (index, decay) in [Float(0), 0.5].enumerated() {
      _ = steps[index].train(
        features: problem.features, labels: problem.labels, indices: Array(0..<8)[...],
        step: MomentumStep(rate: 0.1, decay: decay), dropout: nil,
        workspace: Workspace(for: network, capacity: 8), engine: engine)
    }
    for (plain, decayed) in zip(steps[0].layers, steps[1].layers) {
      #expect(plain.bias == decayed.bias)
      #expect(plain.activation.trained == decayed.activation.trained)
      #expect(plain.weights != decayed.weights)
    }
  }

  @Test func predictionsAgreeWithTheReference() throws {
    let problem = SmallProblem(count: 70)
    let network = try problem.network(["activation": .call("tanh")])
    let (result, predictions) = network.predict(
      features: problem.features, labels: problem.labels, indices: Array(0..<70)[...],
      workspace: Workspace(for: network, capacity: 70), engine: engine)
    let reference = ReferenceNetwork(network)
    let expected = problem.rows.enumerated().map { sample, row in
      let scores = reference.scores(row, sample: sample)
      return scores.indices.max { scores[$0] < scores[$1] } ?? 0
    }
    #expect(predictions.map { Int($0) } == expected)
    #expect(result.correct == zip(expected, problem.labels).count { $0 == Int($1) })
    #expect(
      abs(result.loss / 70 - reference.loss(problem.rows, problem.labels.map { Int($0) })) < 1e-5)
  }

  @Test func dropoutIsOffUnlessAsked() throws {
    let problem = SmallProblem(count: 30)
    let dropped = try problem.network(["dropout": 0.5])
    let plain = try problem.network([:])
    let results = [
      (dropped, nil), (plain, nil), (dropped, DropoutAddress(seed: 1, epoch: 1, batch: 0)),
    ]
    .map { network, address in
      network.predict(
        features: problem.features, labels: problem.labels, indices: Array(0..<30)[...],
        dropout: address, workspace: Workspace(for: network, capacity: 30), engine: engine
      ).result.loss
    }
    #expect(results[0] == results[1])
    #expect(results[0] != results[2])
  }

  @Test func dropoutKeepsTheMean() throws {
    let problem = SmallProblem(count: 100)
    let network = try problem.network(
      ["dropout": 0.3, "activation": .call("sigmoid")], hidden: [400])
    let workspace = Workspace(for: network, capacity: 100)
    var sums: [Double] = []
    var silenced = 0
    for address in [nil, DropoutAddress(seed: 1, epoch: 1, batch: 0)] {
      _ = network.predict(
        features: problem.features, labels: problem.labels, indices: Array(0..<100)[...],
        dropout: address, workspace: workspace, engine: engine)
      let outputs = workspace.outputs(ofLayer: 1)
      var sum = 0.0
      for neuron in 0..<400 {
        for sample in 0..<100 {
          sum += Double(outputs[neuron, sample])
          if outputs[neuron, sample] == 0 { silenced += 1 }
        }
      }
      sums.append(sum)
    }
    #expect(abs(sums[1] / sums[0] - 1) < 0.015)
    #expect(abs(Double(silenced) / 40_000 - 0.3) < 0.01)
  }

  @Test func masksDifferByEpochBatchAndPurpose() throws {
    let problem = SmallProblem(count: 16)
    let network = try problem.network(["dropout": 0.5, "activation": .call("sigmoid")])
    let addresses = [
      DropoutAddress(seed: 1, epoch: 1, batch: 0), DropoutAddress(seed: 2, epoch: 1, batch: 0),
      DropoutAddress(seed: 1, epoch: 2, batch: 0), DropoutAddress(seed: 1, epoch: 1, batch: 1),
      DropoutAddress(seed: 1, epoch: 1, batch: 0, pass: .testing),
    ]
    let losses = addresses.map { address in
      network.predict(
        features: problem.features, labels: problem.labels, indices: Array(0..<16)[...],
        dropout: address, workspace: Workspace(for: network, capacity: 16), engine: engine
      ).result.loss
    }
    #expect(Set(losses).count == losses.count)
  }

  @Test func nothingChangesWhereTheLossIsNoNumber() throws {
    let problem = SmallProblem(count: 4)
    var network = try problem.network([:])
    let before = network
    var values = problem.features.values
    values[3] = .nan
    let features = Features(values, width: problem.width)
    let result = network.train(
      features: features, labels: problem.labels, indices: Array(0..<4)[...],
      step: MomentumStep(rate: 0.1), dropout: nil,
      workspace: Workspace(for: network, capacity: 4), engine: engine)
    #expect(!result.loss.isFinite)
    #expect(network.layers.map(\.weights) == before.layers.map(\.weights))
  }

  @Test func velocityCanBeReset() throws {
    let problem = SmallProblem(count: 10)
    var (_, network) = step(
      try problem.network(["activation": .call("srelu")]), problem, 0..<10,
      Workspace(for: try problem.network(["activation": .call("srelu")]), capacity: 10))
    let weights = network.layers.map(\.weights.values)
    #expect(network.layers.contains { $0.weights.velocity.contains { $0 != 0 } })
    network.resetVelocity()
    for layer in network.layers {
      #expect(layer.weights.velocity.allSatisfy { $0 == 0 })
      #expect(layer.bias?.velocity.allSatisfy { $0 == 0 } == true)
      #expect(layer.activation.trained.allSatisfy { $0.velocity.allSatisfy { $0 == 0 } })
    }
    #expect(network.layers.map(\.weights.values) == weights)
  }

  @Test func activationsAreVisitedBatchByBatch() throws {
    let problem = SmallProblem(count: 70)
    let network = try problem.network(["activation": .call("tanh"), "dropout": 0.5])
    let source = ActivationSource(features: problem.features, engine: engine)
    var reference = ReferenceNetwork(network)
    reference.layers = [reference.layers[0]]
    var sample = 0
    source.visit(network, batch: 32) { workspace in
      let (sums, outputs) = (workspace.sums(ofLayer: 1), workspace.outputs(ofLayer: 1))
      for column in 0..<outputs.batch {
        let expected = reference.scores(problem.rows[sample], sample: sample)
        for neuron in 0..<9 {
          #expect(abs(Double(outputs[neuron, column]) - expected[neuron]) < 1e-5)
          #expect((sums[neuron, column] > 0) == (expected[neuron] > 0))
        }
        #expect(workspace.outputs(ofLayer: 0)[3, column] == problem.features[sample, 3])
        sample += 1
      }
    }
    #expect(sample == 70)
  }
}
