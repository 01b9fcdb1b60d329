import Catalogue
import Datasets
import Networks
import Sparse
import Training

/// A small learnable data set: one Gaussian cloud a class.
enum Clusters {
  static func dataset(
    train: Int = 200, validation: Int = 0, test: Int = 60, width: Int = 20, classes: Int = 4
  ) -> Dataset {
    Dataset(
      name: "clusters", classNames: (0..<classes).map { "class \($0)" },
      featureNames: (0..<width).map { "x\($0)" },
      train: samples(train, width, classes, seed: 1),
      validation: validation > 0 ? samples(validation, width, classes, seed: 3) : nil,
      test: samples(test, width, classes, seed: 2),
      scaling: .identity(width: width), origin: "made by a test")
  }

  static func samples(_ count: Int, _ width: Int, _ classes: Int, seed: UInt64) -> Samples {
    var centers = RandomStream(seed: 0, purpose: .test)
    let means = (0..<classes).map { _ in (0..<width).map { _ in Float(centers.normal()) } }
    var stream = RandomStream(seed: seed, purpose: .test)
    var features: [Float] = []
    var labels: [Int32] = []
    for index in 0..<count {
      let label = index % classes
      labels.append(Int32(label))
      features += means[label].map { $0 + Float(stream.normal()) }
    }
    return Samples(features: features, labels: labels, width: width)
  }

  /// A trainer for clusters with these keys of `network` and `train`.
  static func trainer(
    _ settings: [String: Argument] = [:], network: [String: Argument] = [:],
    hidden: [Int] = [30, 20], dataset: Dataset = dataset()
  ) throws -> Trainer {
    try Trainer(
      plan: NetworkPlan(shape: Shape(hidden: hidden), arguments: Arguments(network)),
      dataset: dataset,
      settings: TrainingSettings(
        arguments: Arguments(
          ["epochs": 4, "batch": 32, "lr": 0.05].merging(settings) { $1 })))
  }
}

extension Argument {
  /// `name` or `name(key=value)`.
  static func call(_ name: String, _ arguments: [String: Argument] = [:]) -> Argument {
    .call(Call(name, Arguments(arguments)))
  }
}
