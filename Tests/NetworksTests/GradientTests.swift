import Catalogue
import Networks
import Sparse
import Testing

/// Every gradient of every kind of layer against finite differences of a network in doubles.
struct GradientTests {
  static let activations: [Argument] = [
    .call("relu"), .call("srelu"), .call("leaky_relu", ["slope": 0.1]),
    .call("all_relu", ["alpha": 0.6]), .call("tanh"), .call("sigmoid"), .call("linear"),
  ]
  static let kinds: [[String: Argument]] = [
    ["sparse": .call("density", ["density": 0.5])],
    ["sparse": .call("density", ["density": 0.5]), "output": .name("sparse")],
    ["sparse": .call("none")],
    ["sparse": .call("density", ["density": 0.4]), "bias": false],
  ]

  @Test(arguments: activations, kinds)
  func gradientsAreThoseOfFiniteDifferences(
    activation: Argument, kind: [String: Argument]
  ) throws {
    for count in [1, 5, 16, 33] {
      let problem = SmallProblem(count: count)
      let network = try problem.network(kind.merging(["activation": activation]) { $1 })
      try compare(network, problem, dropout: nil)
    }
  }

  @Test(arguments: [Argument.call("tanh"), .call("srelu")])
  func gradientsPassThroughDropout(activation: Argument) throws {
    let problem = SmallProblem(count: 20)
    let network = try problem.network([
      "activation": activation, "dropout": 0.3, "sparse": .call("density", ["density": 0.6]),
    ])
    try compare(network, problem, dropout: DropoutAddress(seed: 3, epoch: 2, batch: 1))
  }

  /// One step of rate 1 without momentum leaves the gradient, with its sign turned, as velocity.
  private func compare(
    _ network: Network, _ problem: SmallProblem, dropout: DropoutAddress?
  ) throws {
    let workspace = Workspace(for: network, capacity: problem.count)
    var stepped = network
    let result = stepped.train(
      features: problem.features, labels: problem.labels,
      indices: Array(0..<problem.count)[...], step: MomentumStep(rate: 1), dropout: dropout,
      workspace: workspace, engine: Engine(threads: 2))
    var reference = ReferenceNetwork(network)
    if dropout != nil { reference.readMasks(network, workspace, problem.count) }
    let (rows, labels) = (problem.rows, problem.labels.map { Int($0) })
    let loss = reference.loss(rows, labels)
    #expect(abs(result.loss / Double(problem.count) - loss) < 1e-5 * max(1, loss))

    for (index, layer) in stepped.layers.enumerated() {
      for (cell, velocity) in zip(layer.cells, layer.weights.velocity) {
        expect(velocity, reference, rows, labels, "weight \(cell) of layer \(index + 1)") {
          $0.layers[index].weights[cell]! += $1
        }
      }
      for (neuron, velocity) in (layer.bias?.velocity ?? []).enumerated() {
        expect(velocity, reference, rows, labels, "bias \(neuron) of layer \(index + 1)") {
          $0.layers[index].bias[neuron] += $1
        }
      }
      for vector in layer.activation.trained {
        for (neuron, velocity) in vector.velocity.enumerated() {
          expect(velocity, reference, rows, labels, "\(vector.name) \(neuron), layer \(index + 1)")
          {
            $0.layers[index].trained[vector.name]![neuron] += $1
          }
        }
      }
    }
  }

  private func expect(
    _ velocity: Float, _ reference: ReferenceNetwork, _ rows: [[Double]], _ labels: [Int],
    _ what: String, _ nudge: (inout ReferenceNetwork, Double) -> Void
  ) {
    let h = 1e-6
    var (above, below) = (reference, reference)
    nudge(&above, h)
    nudge(&below, -h)
    let slope = (above.loss(rows, labels) - below.loss(rows, labels)) / (2 * h)
    let gradient = -Double(velocity)
    #expect(abs(gradient - slope) < 2e-5 * max(0.1, abs(slope)), "\(what)")
  }
}

extension ReferenceNetwork {
  /// Takes over which outputs dropout silenced: with these activations no other output is 0.
  fileprivate mutating func readMasks(_ network: Network, _ workspace: Workspace, _ count: Int) {
    let scale = Double(Dropout(rate: network.dropout).scale)
    for index in layers.indices.dropLast() {
      let outputs = workspace.outputs(ofLayer: index + 1)
      layers[index].factors = (0..<layers[index].columns).map { neuron in
        (0..<count).map { outputs[neuron, $0] == 0 ? 0 : scale }
      }
    }
  }
}
