internal import Catalogue
package import Networks

/// A network and its data, of which only the sizes matter: a setting of the papers.
package struct TrainingShape: Sendable, Equatable {
  /// The data set's name.
  package let name: String
  /// All widths, inputs first.
  package let widths: [Int]
  /// The ε of the sparse layers.
  package let epsilon: Double
  /// The activation's name.
  package let activation: String
  /// The training samples of the data set.
  package let samples: Int
  /// Whether the features are pixels, kept as bytes.
  package let hasPixels: Bool
  /// The share of hidden neurons silenced.
  package let dropout = 0.3

  /// A setting.
  package init(
    name: String, widths: [Int], epsilon: Double, activation: String, samples: Int,
    hasPixels: Bool = false
  ) {
    self.name = name
    self.widths = widths
    self.epsilon = epsilon
    self.activation = activation
    self.samples = samples
    self.hasPixels = hasPixels
  }

  /// Every width written out: `617-1000-1000-1000-26`.
  package var shape: String { widths.map(String.init).joined(separator: "-") }

  /// ISOLET as CosineSET trains it.
  package static let isolet = TrainingShape(
    name: "isolet", widths: [617, 1000, 1000, 1000, 26], epsilon: 20, activation: "srelu",
    samples: 6238)
  /// Fashion-MNIST as CosineSET trains it.
  package static let fashion = TrainingShape(
    name: "fashion-mnist", widths: [784, 200, 200, 200, 10], epsilon: 20, activation: "srelu",
    samples: 60_000, hasPixels: true)
  /// MNIST as LiSET trains it.
  package static let liset = TrainingShape(
    name: "liset-mnist", widths: [784, 300, 100, 10], epsilon: 4.5, activation: "leaky_relu",
    samples: 60_000, hasPixels: true)
  /// CIFAR-10 as SET trains it.
  package static let cifar = TrainingShape(
    name: "cifar-10", widths: [3072, 4000, 1000, 4000, 10], epsilon: 20, activation: "srelu",
    samples: 50_000, hasPixels: true)
  /// The largest network of the SET reference's table: 1,803,317 neurons.
  package static let large = TrainingShape(
    name: "large", widths: [3312, 600_000, 600_000, 600_000, 5], epsilon: 20,
    activation: "srelu", samples: 203)

  /// The settings whose steps are measured.
  package static let all = [isolet, fashion, liset, cifar]

  /// The network, drawn with seed 1.
  /// - Throws: `NetworkError` where the machine cannot hold it.
  package func network() throws -> Network {
    let plan = try NetworkPlan(
      shape: Shape(
        input: widths.first, hidden: Array(widths.dropFirst().dropLast()), output: widths.last),
      arguments: Arguments([
        "sparse": .call(Call("epsilon", Arguments(["epsilon": .number(epsilon)]))),
        "activation": .call(Call(activation)), "dropout": .number(dropout),
      ]))
    return try plan.build(inputs: widths[0], classes: widths[widths.count - 1], seed: 1)
  }

  /// Data of these sizes without a meaning; `samples` of it.
  func data(samples: Int) -> SyntheticData {
    SyntheticData(
      samples: samples, width: widths[0], classes: widths[widths.count - 1], asBytes: hasPixels)
  }
}
