internal import Catalogue
internal import Evolution
internal import Networks
internal import Sparse

/// A network that evolves on and on by a policy that compares neurons over all training samples.
final class CosineEvolution {
  /// The policies measured: connections alone, all cells with the largest, all cells drawn from.
  static let policies = ["corset", "codacorset", "copaset"]

  private(set) var network: Network
  private let policy: any Policy
  private let source: ActivationSource
  private var epoch = 0

  init(_ name: String, of network: Network, _ data: SyntheticData, on engine: Engine) throws {
    policy = try Policies.make(Call(name))
    self.network = network
    source = ActivationSource(features: data.features, engine: engine)
  }

  func evolve() {
    epoch += 1
    _ = policy.evolve(
      &network, epoch: epoch, seed: 1, activations: source, keepingCells: false,
      on: source.engine)
  }
}
