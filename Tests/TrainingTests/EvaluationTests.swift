import Catalogue
import Datasets
import Networks
import Sparse
import Training
import Testing

struct EvaluationTests {
  @Test func countsEverySampleOnce() throws {
    let run = try Clusters.trainer().run()
    let samples = Clusters.samples(301, 20, 4, seed: 9)
    let evaluation = try run.evaluate(on: samples)
    #expect(evaluation.samples == 301)
    #expect(evaluation.confusion.map { $0.reduce(0, +) } == samples.classCounts(4))
    #expect((0..<4).reduce(0) { $0 + evaluation.confusion[$1][$1] } == evaluation.correct)
    #expect(evaluation.accuracy == Double(evaluation.correct) / 301)
  }

  @Test func agreesWithTheRunsOwnTest() throws {
    let run = try Clusters.trainer(network: ["dropout": 0.4]).run()
    #expect(try run.evaluate(on: Clusters.dataset().test) == run.test)
    #expect(run.epochRecords.last?.testLoss == run.test.loss)
  }

  @Test func otherDataIsRefused() throws {
    let run = try Clusters.trainer(["epochs": 0]).run()
    #expect(throws: TrainingError.self) {
      try run.evaluate(on: Clusters.samples(10, 21, 4, seed: 1))
    }
    let error = #expect(throws: TrainingError.self) {
      try run.evaluate(on: Clusters.samples(10, 20, 6, seed: 1))
    }
    #expect(error?.message == "the samples have 6 classes or more, the network has 4")
  }

  @Test func otherDataIsSeenAsTheTrainingDataWas() throws {
    // The same samples under another scaling, with the classes in another order.
    let plain = Clusters.dataset()
    let scaling = StandardScaling().fit(plain.train)
    let trained = try Clusters.trainer(dataset: scaled(plain, scaling, plain.classNames)).run()
    let ranged = MinMaxScaling().fit(Clusters.samples(77, 20, 4, seed: 5))
    let other = scaled(plain, ranged, plain.classNames.reversed())
    let evaluation = try SavedNetwork(trained).evaluate(on: other)
    #expect(trained.accuracy > 0.6 && evaluation.confusion == trained.test.confusion)
    #expect(abs(evaluation.loss - trained.test.loss) < 1e-4)

    let strangers = scaled(plain, scaling, ["class 0", "class 1", "class 2", "another"])
    #expect(throws: TrainingError.otherClass("another")) {
      try SavedNetwork(trained).evaluate(on: strangers)
    }
    #expect(throws: TrainingError.otherData(features: 21, inputs: 20, label: 0, classes: 4)) {
      try SavedNetwork(trained).evaluate(on: Clusters.dataset(width: 21))
    }
  }

  /// The data under a scaling, with the class of each sample where its name stands in `names`.
  private func scaled(_ data: Dataset, _ scaling: Scaling, _ names: [String]) -> Dataset {
    func encoded(_ samples: Samples) -> Samples {
      let labels = samples.labels.map { label in
        Int32(names.firstIndex(of: data.classNames[Int(label)]) ?? Int(label))
      }
      return scaling.applied(to: Samples(features: samples.features, labels: labels))
    }
    return Dataset(
      name: data.name, classNames: names, featureNames: data.featureNames,
      train: encoded(data.train), test: encoded(data.test), scaling: scaling, origin: data.origin)
  }

  @Test func soManyClassesThatTheirCountsFillMemoryAreRefused() throws {
    #expect(Trainer.confusionBytes(classes: 26, samples: 1559) == 16 * 26 * 26)
    #expect(Trainer.confusionBytes(classes: 500_000, samples: 200_000) == 1_600_000_000_000)
    #expect(Trainer.confusionBytes(classes: 1 << 31, samples: 1 << 31) == .max)
    var memory = try NetworkPlan(shape: Shape(hidden: [])).memory(inputs: 2, classes: 2, batch: 1)
    memory.besides = 1 << 40
    try MemoryBound.available(1 << 41).check(memory)
    memory.besides = .max
    #expect(throws: NetworkError.self) { try MemoryBound.available(1 << 41).check(memory) }
  }

  @Test func wideNetworksAreEvaluatedInSmallBatches() {
    let batches = [1, 3643, 80_000, 100_000, 700_000, Int.max].map {
      Network.evaluationBatch(neurons: $0)
    }
    #expect(batches == [128, 128, 128, 96, 16, 16])
  }
}
