import Catalogue
import Datasets
import Networks
import Reports
import Sparse
import Training

/// One result of every kind, small enough to be made in every test.
enum SampleSubjects {
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
      train: samples(80), test: samples(40), scaling: .identity(width: 10), origin: "made up",
      generated: true, informative: [0, 1], notes: ["made up for tests"])
  }()

  /// A run of 10-12-8-2, with half of all connections unless said otherwise.
  static func run(
    epochs: Int = 4, policy: String = "set", seed: Double = 1, sparse: String = "density"
  ) throws -> Run {
    let plan = try NetworkPlan(
      shape: Shape(hidden: [12, 8]),
      arguments: Arguments([
        "sparse": .call(Call(sparse, sparse == "none" ? Arguments() : Arguments(["density": 0.5])))
      ]))
    let settings = try TrainingSettings(
      arguments: Arguments([
        "epochs": .number(Double(epochs)), "policy": .call(Call(policy)), "seed": .number(seed),
        "batch": 10, "lr": 0.1, "threads": 1,
      ]))
    return try Trainer(plan: plan, dataset: dataset, settings: settings).run()
  }

  /// Two policies with two seeds each.
  static func study() throws -> Study {
    var entries: [Study.Entry] = []
    for policy in ["set", "static"] {
      for seed in 1...2 {
        entries.append(
          .init([policy, "\(seed)"], try run(epochs: 2, policy: policy, seed: Double(seed))))
      }
    }
    return Study(
      factors: [.init("policy", ["set", "static"]), .init("seed", ["1", "2"])], entries: entries)
  }

  /// One of each kind.
  static func all() throws -> [Subject] {
    let run = try run()
    return [
      .run(run), .study(try study()), .dataset(dataset), .plan(run.plan), .network(run.network),
    ]
  }
}
