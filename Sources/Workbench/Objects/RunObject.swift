internal import Catalogue
internal import Datasets
package import Language
package import Reports
package import Training

/// A training and what came of it, with the data it was trained on.
package struct RunObject: SessionObject {
  package static let kind = "run"

  /// The run.
  package let run: Run
  /// The data, with the request that loads them.
  package let data: DatasetObject
  /// The name it was bound to.
  package let name: String?
  /// The statement that made it.
  package let statement: String

  package static let members: [Member<RunObject>] = [
    Member("accuracy", .fraction(.unit), "test accuracy of the final network") {
      .number($0.run.accuracy)
    },
    Member("best_accuracy", .fraction(.unit), "best test accuracy over the epochs") {
      .number($0.run.bestAccuracy)
    },
    Member(
      "selected_accuracy", .fraction(.unit),
      "best on validation: test accuracy at the epoch with the best validation accuracy"
    ) {
      .number(try validated($0.run.selectedAccuracy))
    },
    Member("validation_accuracy", .fraction(.unit), "validation accuracy of the final network") {
      .number(try validated($0.run.validationAccuracy))
    },
    Member("accuracy_curve", .list(.number(.any)), "test accuracy after each epoch") {
      .numbers($0.run.accuracyCurve)
    },
    Member(
      "validation_accuracy_curve", .list(.number(.any)), "validation accuracy after each epoch"
    ) {
      _ = try validated($0.run.validationAccuracy)
      return .numbers($0.run.validationAccuracyCurve)
    },
    Member("loss_curve", .list(.number(.any)), "training loss of each epoch") {
      .numbers($0.run.lossCurve)
    },
    Member("train_accuracy_curve", .list(.number(.any)), "training accuracy of each epoch") {
      .numbers($0.run.trainAccuracyCurve)
    },
    Member("epochs", .integer(.nonNegative), "the epochs that were finished") {
      .count($0.run.epochs)
    },
    Member("seconds", .number(.nonNegative), "how long the training took") {
      .number($0.run.seconds)
    },
    Member("parameters", .integer(.nonNegative), "stored connections, biases not counted") {
      .count($0.run.parameters)
    },
    Member("density", .fraction(.unit), "share of the possible connections") {
      .number($0.run.density)
    },
    Member("network", .object(["network"]), "the final network") {
      .object(NetworkObject(content: .trained($0.run), name: nil))
    },
    Member("policy", .call(.policy), "the policy with its arguments") {
      .object(PolicyObject(policy: $0.run.settings.policyCall))
    },
    Member("data", .object(["dataset"]), "the data set") { .object($0.data) },
    Member("seed", .integer(.nonNegative), "the seed") { .number(Double($0.run.seed)) },
    Member("digest", .text, "a SHA-256 that is equal for equal runs") { .text($0.run.digest) },
    Member("completed", .logic, "whether training came to its end, an early stop included") {
      .logic($0.run.completed)
    },
    Member("stopped_early", .logic, "whether `stop=` ended training before its last epoch") {
      .logic($0.run.stoppedEarly)
    },
  ]

  /// A figure that only runs with validation samples have.
  private static func validated(_ figure: Double?) throws -> Double {
    guard let figure else { throw TrainingError.notValidated }
    return figure
  }

  package var subject: Subject? { .run(run) }

  package var summary: String {
    let asked = Self.count(run.epochsAsked, "epoch")
    let epochs =
      (run.epochs == run.epochsAsked ? asked : "\(NumberText.count(run.epochs)) of \(asked)")
      + (run.stoppedEarly ? ", stopped early" : "")
    let best =
      run.bestEpoch.map { ", best \(NumberText.percent(run.bestAccuracy)) at epoch \($0)" } ?? ""
    let selected =
      run.selectedAccuracy.map { accuracy in
        ", selected by validation \(NumberText.percent(accuracy))"
          + (run.selectedEpoch.map { " at epoch \($0)" } ?? "")
      } ?? ""
    return "run (\(epochs)): test accuracy \(NumberText.percent(run.accuracy))\(best)\(selected); "
      + "\(NumberText.count(run.parameters)) parameters, "
      + "density \(NumberText.percent(run.density, 2)); \(NumberText.time(run.seconds))"
  }

  /// Runs are equal if their digests are: same topology, weights and curves.
  package func isEqual(to other: Value) -> Bool {
    guard case .object(let object) = other, let same = object as? RunObject else { return false }
    return same.run.digest == run.digest
  }
}
