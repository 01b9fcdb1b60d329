internal import Catalogue
internal import Datasets
internal import Networks
internal import Training

extension Session {
  /// Lays the session's settings under what a statement says itself.
  func complete(_ arguments: inout Arguments, given: [String]) {
    if let seed = settings.seed, !given.contains("seed") {
      arguments["seed"] = .number(Double(seed))
    }
    if let threads = settings.threads, !given.contains("threads") {
      arguments["threads"] = .number(Double(threads))
    }
  }

  /// Trains a plan, telling the front end of every event unless `quietly`. An interrupt ends the
  /// training at its next batch, and the run is returned as far as it got.
  func train(
    _ plan: NetworkPlan, on data: Dataset, _ arguments: Arguments, named name: String,
    quietly: Bool
  ) throws -> Run {
    let trainer = try trainer(plan, on: data, arguments)
    return try interruption.reaching { cancellation in
      try trainer.run(
        engine: engine(threads: trainer.settings.threads), cancellation: cancellation
      ) {
        if !quietly { tell(.training(run: name, $0)) }
      }
    }
  }

  /// What trains a plan within the session's limits, once all is checked that can be known
  /// beforehand.
  func trainer(_ plan: NetworkPlan, on data: Dataset, _ arguments: Arguments) throws -> Trainer {
    try Trainer(
      plan: plan, dataset: data, settings: TrainingSettings(arguments: arguments),
      memoryLimit: settings.maxMemory)
  }
}
