import Catalogue
import Evolution
import Networks
import Sparse

/// A small network as training leaves it, with samples for policies that look at activations.
struct EvolvedNetwork {
  /// The network; all its layers are sparse, its weights and velocities all different.
  let network: Network
  /// Samples of its inputs.
  var features: Features

  /// A network of random widths. With an even seed its hidden neurons have trained parameters.
  init(seed: UInt64, density: Double) throws {
    var stream = RandomStream(seed: seed, purpose: .test)
    let hidden = (0..<2).map { _ in 1 + Int(stream.integer(below: 40)) }
    let inputs = 1 + Int(stream.integer(below: 60))
    try self.init(hidden, inputs: inputs, density: density, seed: seed, &stream)
  }

  /// A network of these widths.
  init(
    hidden: [Int], inputs: Int, density: Double, dropout: Double = 0, samples: Int = 30,
    seed: UInt64
  ) throws {
    var stream = RandomStream(seed: seed, purpose: .test)
    try self.init(
      hidden, inputs: inputs, density: density, dropout: dropout, samples: samples, seed: seed,
      &stream)
  }

  private init(
    _ hidden: [Int], inputs: Int, density: Double, dropout: Double = 0, samples: Int = 30,
    seed: UInt64, _ stream: inout RandomStream
  ) throws {
    let plan = try NetworkPlan(
      shape: Shape(hidden: hidden),
      arguments: Arguments([
        "sparse": .call(Call("density", Arguments(["density": .number(density)]))),
        "output": .name("sparse"), "activation": .call(Call(seed % 2 == 0 ? "srelu" : "tanh")),
        "dropout": .number(dropout),
      ]))
    var network = try plan.build(
      inputs: inputs, classes: 2 + Int(stream.integer(below: 8)), seed: seed)
    for index in network.layers.indices {
      guard case .sparse(var matrix) = network.layers[index].weights else { continue }
      matrix.velocity = matrix.velocity.map { _ in stream.uniform(0.1, 1) }
      network.layers[index].weights = .sparse(matrix)
    }
    self.network = network
    features = Features(
      (0..<samples * inputs).map { _ in Float(stream.normal()) }, width: inputs)
  }

  /// The network after a policy has evolved it, and what the policy says it did.
  func evolved(
    by policy: any Policy, epoch: Int = 1, seed: UInt64 = 1, fidelity: Fidelity = .paper,
    on engine: Engine = Engine(threads: 1)
  ) -> (network: Network, evolutions: [LayerEvolution]) {
    var after = network
    let evolutions = policy.evolve(
      &after, epoch: epoch, seed: seed, fidelity: fidelity,
      activations: ActivationSource(features: features, engine: engine), on: engine)
    return (after, evolutions)
  }
}
