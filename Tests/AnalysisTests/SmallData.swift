import Catalogue
import Datasets
import Networks
import Sparse
import Training

/// A data set and a network small enough to be trained in every test.
enum SmallData {
  /// 10 features of which the first two tell the two classes apart; 80 samples to train, 40 to test.
  static let dataset: Dataset = {
    var stream = RandomStream(seed: 5, purpose: .test)
    func samples(_ count: Int) -> Samples {
      var features: [Float] = []
      for sample in 0..<count {
        for feature in 0..<10 {
          let shift: Float = feature < 2 ? (sample % 2 == 0 ? -1 : 1) : 0
          features.append(stream.uniform(-1, 1) + shift)
        }
      }
      return Samples(features: features, labels: (0..<count).map { Int32($0 % 2) }, width: 10)
    }
    return Dataset(
      name: "small", classNames: ["even", "odd"], featureNames: (0..<10).map { "x\($0)" },
      train: samples(80), test: samples(40), scaling: .identity(width: 10), origin: "made up")
  }()

  /// The same, with the test samples also to validate on.
  static let validated = Dataset(
    name: dataset.name, classNames: dataset.classNames, featureNames: dataset.featureNames,
    train: dataset.train, validation: dataset.test, test: dataset.test, scaling: dataset.scaling,
    origin: dataset.origin)

  /// A run of 10-12-8-2 with half of all connections.
  static func run(
    epochs: Int, policy: String = "set", seed: Int = 1, on dataset: Dataset = dataset
  ) throws -> Run {
    let plan = try NetworkPlan(
      shape: Shape(hidden: [12, 8]),
      arguments: Arguments(["sparse": .call(Call("density", Arguments(["density": 0.5])))]))
    let settings = try TrainingSettings(
      arguments: Arguments([
        "epochs": .number(Double(epochs)), "batch": 10, "lr": 0.1, "threads": 1,
        "policy": .call(Call(policy, Arguments())), "seed": .number(Double(seed)),
      ])
    )
    return try Trainer(plan: plan, dataset: dataset, settings: settings).run()
  }
}
