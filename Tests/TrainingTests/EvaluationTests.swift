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

  @Test func wideNetworksAreEvaluatedInSmallBatches() {
    let batches = [1, 3643, 80_000, 100_000, 700_000, Int.max].map {
      Network.evaluationBatch(neurons: $0)
    }
    #expect(batches == [128, 128, 128, 96, 16, 16])
  }
}
