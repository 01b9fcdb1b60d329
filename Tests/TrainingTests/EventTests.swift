import Catalogue
import Networks
import Training
import Testing

struct EventTests {
  @Test func eventsComeInOrder() throws {
    var names: [String] = []
    let run = try Clusters.trainer(["epochs": 3]).run { event in
      switch event {
      case .started: names.append("started")
      case .epoch(let record): names.append("epoch \(record.epoch) of \(record.epochs)")
      case .evolution(let record): names.append("evolution \(record.epoch).\(record.layer)")
      case .finished(let run): names.append("finished \(run.epochs)")
      }
    }
    #expect(
      names == [
        "started", "epoch 1 of 3", "evolution 1.1", "evolution 1.2", "epoch 2 of 3",
        "evolution 2.1", "evolution 2.2", "epoch 3 of 3", "finished 3",
      ])
    #expect(run.epochRecords.count == 3)
  }

  @Test func aCancelledRunIsKept() throws {
    let cancellation = Cancellation()
    let run = try Clusters.trainer(["epochs": 50]).run(cancellation: cancellation) {
      if case .epoch(let record) = $0, record.epoch == 3 { cancellation.cancel() }
    }
    #expect(!run.completed && run.failure == nil)
    #expect(run.epochs == 3 && run.epochsAsked == 50)
    // What was finished is what a whole run of as many epochs would have.
    let whole = try Clusters.trainer(["epochs": 50]).run(cancellation: Cancellation())
    #expect(run.epochRecords.map(\.trainLoss) == whole.epochRecords.prefix(3).map(\.trainLoss))
    #expect(run.test.samples == 60)
  }

  @Test func cancelledBeforeTheFirstBatch() throws {
    let cancellation = Cancellation()
    cancellation.cancel()
    let run = try Clusters.trainer().run(cancellation: cancellation)
    #expect(!run.completed && run.epochs == 0)
    #expect(run.accuracy == (try Clusters.trainer(["epochs": 0]).run().accuracy))
  }

  @Test func divergenceEndsTheRunWithAnError() throws {
    let run = try Clusters.trainer(["lr": 1e6, "epochs": 20]).run()
    #expect(!run.completed)
    let failure = try #require(run.failure)
    guard case .diverged(let epoch, _, let rate) = failure else {
      Issue.record("\(failure)")
      return
    }
    #expect(rate == 1e6 && epoch == run.epochs + 1)
    #expect(failure.code.id == "E0522")
    #expect(failure.hint?.contains("`lr=0.1`") == true)
    #expect(run.lossCurve.allSatisfy { $0.isFinite })
  }

  @Test("a smaller rate is given as one would write it", arguments: [(0.7, "0.07"), (1e30, "0.1")])
  func smallerRate(rate: Double, given: String) {
    let hint = TrainingError.diverged(epoch: 1, batch: 1, rate: rate).hint
    #expect(hint?.contains("`lr=\(given)`") == true)
  }
}
