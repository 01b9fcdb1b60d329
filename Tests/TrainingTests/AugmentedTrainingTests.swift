import Catalogue
import Datasets
import Networks
import Sparse
import Testing
import Training

/// Training on images that change each epoch.
@Suite struct AugmentedTrainingTests {
  /// Clusters as images of 4 × 5 bytes.
  private func dataset(_ augmentation: ImageAugmentation?) -> Dataset {
    let (train, test) = (Clusters.dataset().train, Clusters.dataset().test)
    func bytes(_ samples: Samples) -> Samples {
      let values = samples.features.values.map { min(max((128 + 40 * $0).rounded(), 0), 255) }
      return Samples(features: Features(compacting: values, width: 20), labels: samples.labels)
    }
    let scaling = StandardScaling().fit(bytes(train))
    return Dataset(
      name: "images", classNames: (0..<4).map { "class \($0)" },
      featureNames: (0..<20).map { "x\($0)" }, train: scaling.applied(to: bytes(train)),
      test: scaling.applied(to: bytes(test)), scaling: scaling, augmentation: augmentation,
      origin: "made by a test")
  }

  private func augmentation(
    shift: Int = 1, flip: Double = 0.5, rotate: Double = 10
  ) -> ImageAugmentation {
    ImageAugmentation(
      image: ImageShape(rows: 4, columns: 5), largestShift: shift, flipProbability: flip,
      largestRotation: rotate)
  }

  private func digest(
    _ augmentation: ImageAugmentation?, _ settings: [String: Argument] = [:]
  ) throws -> String {
    let keys: [String: Argument] = ["lr": 0.01, "batch": 31, "threads": 2]
    let run = try Clusters.trainer(
      keys.merging(settings) { $1 }, network: ["dropout": 0.3], dataset: dataset(augmentation)
    ).run()
    #expect(run.failure == nil && run.epochRecords.count == 4)
    return run.digest
  }

  @Test(arguments: ["set", "rigl", "liset"])
  func theSameSeedGivesTheSameRunAtAnyNumberOfThreads(policy: String) throws {
    let keys: [String: Argument] =
      ["policy": .call(policy, policy == "rigl" ? ["interval": 3] : [:])]
    let first = try digest(augmentation(), keys)
    for threads: Argument in [1, 3] {
      #expect(try digest(augmentation(), keys.merging(["threads": threads]) { $1 }) == first)
    }
    #expect(try digest(nil, keys) != first)
    #expect(try digest(augmentation(), keys.merging(["seed": 2]) { $1 }) != first)
  }

  @Test func noShiftNoFlipAndNoRotationIsNoAugmentation() throws {
    #expect(try digest(augmentation(shift: 0, flip: 0, rotate: 0)) == digest(nil))
  }

  @Test func theMemoryOfABatchIsCounted() throws {
    let memory = try [nil, augmentation()].map {
      try Clusters.trainer(["batch": 50], dataset: dataset($0)).memory
    }
    #expect(memory[1].besides == memory[0].besides + 50 * 20)
  }
}
