import Catalogue
import Datasets
import Networks
import Testing
import Training

/// Trainings that their criterion ends.
struct EarlyStopTests {
  private static let data = Clusters.dataset(validation: 40)

  private func run(
    _ settings: [String: Argument] = [:], stop: [String: Argument]? = ["epochs": 3],
    observe: (TrainingEvent) -> Void = { _ in }
  ) throws -> Run {
    var keys: [String: Argument] = ["epochs": 60, "lr": 0.1]
    if let stop { keys["stop"] = .call("patience", stop) }
    return try Clusters.trainer(keys.merging(settings) { $1 }, dataset: Self.data)
      .run(observe: observe)
  }

  /// The first epoch with as many behind it, itself included, that are no better than the best
  /// before.
  private func firstEnd(_ curve: [Double], patience: Int) -> Int? {
    (patience + 1...curve.count).first { count in
      let before = curve[..<(count - patience)].max() ?? 0
      return curve[(count - patience)..<count].allSatisfy { $0 <= before }
    }
  }

  @Test(arguments: ["set", "static", "codacorset"]) func isTheBeginningOfAWholeRun(
    policy: String
  ) throws {
    let whole = try run(["policy": .call(policy)], stop: nil)
    let stopped = try run(["policy": .call(policy)])
    let end = try #require(firstEnd(whole.validationAccuracyCurve, patience: 3))
    #expect(end < 60, "the run would not stop")
    #expect(stopped.epochs == end && stopped.stoppedEarly && stopped.completed)
    #expect(stopped.failure == nil && stopped.epochsAsked == 60 && !whole.stoppedEarly)
    #expect(stopped.lossCurve == Array(whole.lossCurve.prefix(end)))
    #expect(stopped.accuracyCurve == Array(whole.accuracyCurve.prefix(end)))
    #expect(stopped.evolutionRecords == whole.evolutionRecords.filter { $0.epoch < end })
  }

  @Test func theNetworkIsTheOneLastTested() throws {
    let run = try run()
    #expect(run.stoppedEarly)
    let last = try #require(run.epochRecords.last)
    #expect(run.test.loss == last.testLoss && run.accuracy == last.testAccuracy)
    #expect(run.validation?.loss == last.validationLoss)
    // Evolved once more, it would do otherwise.
    #expect(try run.evaluate(on: Self.data.test) == run.test)
    #expect(run.evolutionRecords.allSatisfy { $0.epoch < run.epochs })
    #expect(run.evolutionRecords.contains { $0.epoch == run.epochs - 1 })
  }

  @Test func accuraciesThatNeverMoveEndAfterThePatience() throws {
    // At such a rate no weight changes: epoch 1 is the best, and four are not better.
    let run = try run(["lr": 1e-30, "policy": .call("static")], stop: ["epochs": 4])
    #expect(Set(run.validationAccuracyCurve).count == 1)
    #expect(run.epochs == 5 && run.stoppedEarly && run.selectedEpoch == 1)
  }

  @Test func theLastEpochIsNoEarlyStop() throws {
    let run = try run(
      ["lr": 1e-30, "policy": .call("static"), "epochs": 5], stop: ["epochs": 4])
    #expect(run.epochs == 5 && run.completed && !run.stoppedEarly)
  }

  @Test func eventsEndWithTheRun() throws {
    var epochs: [Int] = []
    var finished: [Bool] = []
    let run = try run { event in
      switch event {
      case .epoch(let record):
        #expect(record.validationAccuracy != nil && record.epochs == 60)
        epochs.append(record.epoch)
      case .finished(let run): finished.append(run.stoppedEarly)
      case .started, .evolution, .degrees: break
      }
    }
    #expect(epochs == Array(1...run.epochs) && finished == [true])
  }

  @Test func threadsDoNotChangeWhereItEnds() throws {
    let runs = try [1, 2, 3].map { try run(["threads": .number($0)]) }
    for run in runs {
      #expect(run.digest == runs[0].digest && run.epochs == runs[0].epochs)
      #expect(run.validationLossCurve == runs[0].validationLossCurve)
    }
  }

  @Test func aScheduleOfStepsGoesByTheEpochsAskedFor() throws {
    let settings: [String: Argument] = ["policy": .call("rigl", ["interval": 5]), "batch": 20]
    let whole = try run(settings, stop: nil)
    let stopped = try run(settings)
    #expect(stopped.stoppedEarly && !stopped.evolutionRecords.isEmpty)
    #expect(
      stopped.evolutionRecords == whole.evolutionRecords.filter { $0.epoch <= stopped.epochs })
  }

  @Test func withoutValidationSamplesItIsRefused() throws {
    let error = #expect(throws: TrainingError.self) {
      try Clusters.trainer(["stop": .call("patience")])
    }
    #expect(error == .noValidation(criterion: "patience"))
    #expect(error?.code.id == "E0524" && error?.place == .key("stop"))
    #expect(error?.hint?.contains("validation=20%") == true)
    _ = try Clusters.trainer(["stop": .call("none")])
  }
}
