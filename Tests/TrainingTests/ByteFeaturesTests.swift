import Catalogue
import Datasets
import Networks
import Sparse
import Testing
import Training

/// How features are kept must show in nothing but memory.
@Suite struct ByteFeaturesTests {
  /// Clusters as whole numbers 0…255, one feature constant, kept as bytes or as floats.
  private func dataset(asBytes: Bool, scale: any ScalingMethod) -> Dataset {
    let (train, test) = (Clusters.dataset().train, Clusters.dataset().test)
    func whole(_ samples: Samples) -> Samples {
      let values = samples.features.values.enumerated().map { index, value in
        index % 20 == 3 ? 7 : min(max((128 + 40 * value).rounded(), 0), 255)
      }
      return asBytes
        ? Samples(features: Features(compacting: values, width: 20), labels: samples.labels)
        : Samples(features: values, labels: samples.labels, width: 20)
    }
    let scaling = scale.fit(whole(train))
    return Dataset(
      name: "clusters", classNames: (0..<4).map { "class \($0)" },
      featureNames: (0..<20).map { "x\($0)" }, train: scaling.applied(to: whole(train)),
      test: scaling.applied(to: whole(test)), scaling: scaling, origin: "made by a test")
  }

  @Test(arguments: [0, 1, 2], ["set", "static"])
  func trainTheSameNetwork(method: Int, policy: String) throws {
    let scale: any ScalingMethod = [StandardScaling(), MinMaxScaling(), NoScaling()][method]
    let sets = [true, false].map { dataset(asBytes: $0, scale: scale) }
    #expect(sets[0].train.features.areBytes && !sets[1].train.features.areBytes)
    #expect(sets[0] == sets[1])
    let runs = try sets.map { data in
      try Clusters.trainer(
        ["policy": .call(policy), "lr": 0.001, "batch": 31, "threads": 2],
        network: ["dropout": 0.3, "activation": .call("srelu")], dataset: data
      ).run()
    }
    #expect(runs[0].failure == nil && runs[0].epochRecords.count == 4)
    #expect(runs[0].digest == runs[1].digest)
    let saved = SavedNetwork(runs[0])
    let others = [true, false].map { dataset(asBytes: $0, scale: MinMaxScaling()) }
    #expect(try saved.evaluate(on: others[0]) == saved.evaluate(on: others[1]))
  }
}
