internal import Catalogue
internal import Datasets
package import Language
internal import Networks
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
    Member("accuracy_curve", .list(.number(.any)), "test accuracy after each epoch") {
      .numbers($0.run.accuracyCurve)
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
    Member("completed", .logic, "whether all epochs were done") { .logic($0.run.completed) },
  ]

  package var subject: Subject? { .run(run) }

  package var summary: String {
    let asked = Self.count(run.epochsAsked, "epoch")
    let epochs = run.completed ? asked : "\(NumberText.count(run.epochs)) of \(asked)"
    let best =
      run.bestEpoch.map { ", best \(NumberText.percent(run.bestAccuracy)) at epoch \($0)" } ?? ""
    return "run (\(epochs)): test accuracy \(NumberText.percent(run.accuracy))\(best); "
      + "\(NumberText.count(run.parameters)) parameters, "
      + "density \(NumberText.percent(run.density, 2)); \(NumberText.time(run.seconds))"
  }

  package var json: JSONValue {
    let skips =
      run.skipConnections > 0
      ? [JSONValue.Member("skip_connections", .integer(run.skipConnections))] : []
    let fields: [JSONValue.Member] = [
      .init("accuracy", .number(run.accuracy)), .init("best_accuracy", .number(run.bestAccuracy)),
      .init("best_epoch", JSONValue(run.bestEpoch)), .init("epochs", .integer(run.epochs)),
      .init("epochs_asked", .integer(run.epochsAsked)), .init("completed", .logic(run.completed)),
      .init("parameters", .integer(run.parameters)), .init("density", .number(run.density)),
      .init("policy", .text(run.policy)), .init("network", .text(run.plan.description)),
      .init("data", .text(run.dataName)), .init("seed", .number(Double(run.seed))),
      .init("digest", .text(run.digest)), .init("seconds", .number(run.seconds)),
    ]
    return .object(fields + skips)
  }

  /// Runs are equal if their digests are: same topology, weights and curves.
  package func isEqual(to other: Value) -> Bool {
    guard case .object(let object) = other, let same = object as? RunObject else { return false }
    return same.run.digest == run.digest
  }
}
