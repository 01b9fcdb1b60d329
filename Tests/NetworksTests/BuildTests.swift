import Catalogue
import Networks
import Sparse
import Testing

struct BuildTests {
  private func build(
    _ arguments: [String: Argument] = [:], hidden: [Int] = [200, 100], inputs: Int = 300,
    seed: UInt64 = 1
  ) throws -> Network {
    try NetworkPlan(shape: Shape(hidden: hidden), arguments: Arguments(arguments))
      .build(inputs: inputs, classes: 5, seed: seed)
  }

  private func largest(_ network: Network, _ layer: Int) -> Float {
    network.layers[layer].weights.values.map(abs).max() ?? 0
  }

  @Test func oneSeedOneNetwork() throws {
    let (a, b, c) = (try build(), try build(), try build(seed: 2))
    #expect(a.layers.map(\.weights) == b.layers.map(\.weights))
    #expect(a.layers[0].weights != c.layers[0].weights)
    #expect(a.layers[1].weights != c.layers[1].weights)
  }

  @Test func theActivationChangesNeitherTopologyNorWeights() throws {
    let relu = try build()
    let srelu = try build(["activation": .call("srelu")])
    #expect(relu.layers.map(\.weights) == srelu.layers.map(\.weights))
  }

  @Test(arguments: [
    (Argument.call("he"), 6.0 / 300), (.call("uniform_fan_in"), 1.0 / 300),
    (.call("xavier"), 6.0 / 500),
  ])
  func uniformInitialisersFillTheirBound(initialiser: Argument, square: Double) throws {
    let network = try build(["init": initialiser])
    let bound = Float(square.squareRoot())
    #expect(largest(network, 0) <= bound)
    #expect(largest(network, 0) > 0.99 * bound)
    let values = network.layers[0].weights.values
    let mean = values.reduce(0, +) / Float(values.count)
    #expect(abs(mean) < 4 * bound / Float(3 * values.count).squareRoot())
  }

  @Test func normalWeightsHaveTheirDeviation() throws {
    let values = try build(["init": .call("normal", ["deviation": 0.1])]).layers[0].weights.values
    let variance = values.reduce(0) { $0 + Double($1) * Double($1) } / Double(values.count)
    #expect(abs(variance.squareRoot() - 0.1) < 0.003)
  }

  @Test func sparseFanScalesByConnections() throws {
    let network = try build(["fan": .name("sparse")])
    // 20 · (300 + 200) connections over 200 neurons are 50 a neuron.
    #expect(network.layers[0].distribution == .uniform(bound: (6.0 / 50).squareRoot()))
  }

  @Test func biasesStartAtZeroOrAreNotThere() throws {
    #expect(try build().layers.allSatisfy { $0.bias?.values.allSatisfy { $0 == 0 } == true })
    #expect(try build(["bias": false]).layers.allSatisfy { $0.bias == nil })
  }

  @Test func sreluStartsAsPublished() throws {
    let trained = try build(["activation": .call("srelu")]).layers[0].activation.trained
    #expect(trained.map(\.name) == ["t_left", "a_left", "t_right", "a_right"])
    #expect(trained[0].values.allSatisfy { $0 == 0 })
    #expect(trained[1].values.allSatisfy { (0..<1).contains($0) })
    #expect(trained[2].values.allSatisfy { (0..<5).contains($0) })
    #expect((trained[2].values.max() ?? 0) > 4)
    #expect(trained[3].values.allSatisfy { $0 == 1 })
    #expect(trained.allSatisfy { $0.velocity.allSatisfy { $0 == 0 } && $0.values.count == 200 })
  }

  @Test func allReluTakesTurns() throws {
    let network = try build(["activation": .call("all_relu", ["alpha": 0.6])], hidden: [9, 9, 9])
    let slopes = network.layers.dropLast().map { ($0.activation as? any SlopeActivation)?.slope }
    #expect(slopes == [-0.6, 0.6, -0.6])
  }

  @Test func theOutputIsLinear() throws {
    for activation in ["relu", "srelu", "tanh"] {
      let network = try build(["activation": .call(activation)])
      #expect(network.layers.last?.activation.call.name == "linear")
      #expect(network.layers.last?.activation.trained.isEmpty == true)
    }
  }

  @Test func layersWithoutConnectionsWork() throws {
    let network = try build(["sparse": .call("epsilon", ["epsilon": 0.0001])])
    #expect(network.layers[0].nonzeros == 0)
    let problem = SmallProblem(count: 20, width: 300, classes: 5)
    var trained = network
    let result = trained.train(
      features: problem.features, labels: problem.labels, indices: Array(0..<20)[...],
      step: MomentumStep(rate: 0.1), dropout: nil,
      workspace: Workspace(for: network, capacity: 20), engine: Engine(threads: 1))
    #expect(result.loss.isFinite)
  }
}
