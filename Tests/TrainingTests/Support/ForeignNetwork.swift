import Datasets
import Foundation
import Sparse
import Training

/// A network that `scripts/reference/networks.py` had NumPy and SciPy write, with samples and the
/// logits that these found for them.
struct ForeignNetwork {
  private struct Case: Decodable {
    let samples: [[Float]]
    let logits: [[Double]]
  }

  /// Those of all layouts, by the activation of their hidden layers.
  static let names = ["relu", "srelu", "leaky_relu", "all_relu", "tanh", "sigmoid", "linear"]

  /// Where they lie.
  static let folder = Oracle.root.appending(path: "scripts/reference/expected/networks")

  /// The network as the command loads it.
  let saved: SavedNetwork
  /// The samples as test samples of a data set.
  let dataset: Dataset
  /// What NumPy makes of each sample.
  let logits: [[Double]]

  init(_ name: String) throws {
    let file = Self.folder.appending(path: "\(name).json")
    let expected = try JSONDecoder().decode(Case.self, from: Data(contentsOf: file))
    saved = try SavedNetwork.load(from: Self.folder.appending(path: "\(name).npz").path)
    logits = expected.logits
    let width = expected.samples[0].count
    let samples = Samples(
      features: expected.samples.flatMap { $0 },
      labels: [Int32](repeating: 0, count: expected.samples.count), width: width)
    dataset = Dataset(
      name: name, classNames: saved.classNames, featureNames: saved.featureNames, train: samples,
      validation: nil, test: samples, scaling: .identity(width: width), origin: "made by NumPy")
  }
}
