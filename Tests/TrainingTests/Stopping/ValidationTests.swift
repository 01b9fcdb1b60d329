import Catalogue
import Datasets
import Networks
import Testing
import Training

/// What validation samples tell of a training, and that they change nothing of it.
struct ValidationTests {
  @Test(arguments: ["paper", "code"]) func trainingIsAsWithoutThem(fidelity: String) throws {
    let runs = try [0, 90].map { validation in
      try Clusters.trainer(
        ["fidelity": .name(fidelity)], network: ["dropout": 0.4],
        dataset: Clusters.dataset(validation: validation)
      ).run()
    }
    #expect(runs[0].network.layers.map(\.weights) == runs[1].network.layers.map(\.weights))
    #expect(runs[0].lossCurve == runs[1].lossCurve)
    #expect(runs[0].testLossCurve == runs[1].testLossCurve)
    #expect(runs[0].evolutionRecords == runs[1].evolutionRecords)
    #expect(runs[0].test == runs[1].test)
    #expect(runs[0].validation == nil && runs[0].validationAccuracyCurve.isEmpty)
    #expect(runs[0].selectedAccuracy == nil && runs[0].validationLossCurve.isEmpty)
    #expect(runs[0].data.validationCount == 0 && runs[1].data.validationCount == 90)
    #expect(runs[0].digest != runs[1].digest)
  }

  @Test func theyAreTestedAfterEveryEpoch() throws {
    let data = Clusters.dataset(validation: 90)
    let run = try Clusters.trainer(["epochs": 5], dataset: data).run()
    #expect(run.validationAccuracyCurve.count == 5 && run.validationLossCurve.count == 5)
    let validation = try #require(data.validation)
    #expect(try run.evaluate(on: validation) == run.validation)
    #expect(run.validation?.samples == 90)
    #expect(run.epochRecords.last?.validationAccuracy == run.validationAccuracy)
    #expect(run.epochRecords.last?.validationLoss == run.validation?.loss)
    #expect(run.validationLossCurve != run.testLossCurve)
  }

  @Test func theFirstEpochBestOnThemIsSelected() throws {
    let run = try Clusters.trainer(
      ["epochs": 8, "lr": 0.2], dataset: Clusters.dataset(validation: 12)
    ).run()
    let curve = run.validationAccuracyCurve
    // Twelve samples: several epochs are equally good, and the first of them counts.
    let best = try #require(curve.max())
    #expect(curve.count { $0 == best } > 1)
    let first = try #require(curve.firstIndex(of: best))
    #expect(run.selectedEpoch == first + 1 && run.bestValidationAccuracy == best)
    #expect(run.selectedAccuracy == run.accuracyCurve[first])
    #expect(try #require(run.selectedAccuracy) <= run.bestAccuracy)
  }

  @Test func withoutEpochsTheInitialNetworkIsSelected() throws {
    let run = try Clusters.trainer(["epochs": 0], dataset: Clusters.dataset(validation: 90)).run()
    #expect(run.selectedEpoch == nil && run.selectedAccuracy == run.accuracy)
    #expect(run.validation?.samples == 90)
    #expect(run.bestValidationAccuracy == run.validation?.accuracy)
    #expect(run.completed && !run.stoppedEarly)
  }

  @Test func aCancelledRunKnowsItsOwn() throws {
    let cancellation = Cancellation()
    let run = try Clusters.trainer(
      ["epochs": 50, "stop": .call("patience", ["epochs": 40])],
      dataset: Clusters.dataset(validation: 90)
    ).run(cancellation: cancellation) {
      if case .epoch(let record) = $0, record.epoch == 3 { cancellation.cancel() }
    }
    #expect(!run.completed && !run.stoppedEarly && run.epochs == 3)
    #expect(run.validationAccuracyCurve.count == 3 && run.validation?.samples == 90)
  }

  @Test func withDropoutOnTheirMasksAreNotThoseOfTheTest() throws {
    // The same samples as test and validation: with dropout on they differ by their masks alone.
    let plain = Clusters.dataset()
    let data = Dataset(
      name: plain.name, classNames: plain.classNames, featureNames: plain.featureNames,
      train: plain.train, validation: plain.test, test: plain.test, scaling: plain.scaling,
      origin: plain.origin)
    let paper = try Clusters.trainer(network: ["dropout": 0.4], dataset: data).run()
    #expect(paper.validationLossCurve == paper.testLossCurve)
    let code = try Clusters.trainer(
      ["fidelity": .name("code")], network: ["dropout": 0.4], dataset: data
    ).run()
    #expect(zip(code.validationLossCurve, code.testLossCurve).allSatisfy { $0 != $1 })
  }

  @Test func theirCountsAreInTheMemory() throws {
    let bytes = try [0, 90].map { validation in
      try Clusters.trainer(dataset: Clusters.dataset(validation: validation)).memory
    }
    #expect(bytes[1].besides - bytes[0].besides == Trainer.confusionBytes(classes: 4, samples: 90))
    #expect(bytes[1].data - bytes[0].data == 90 * (20 * 4 + 4))
  }
}
