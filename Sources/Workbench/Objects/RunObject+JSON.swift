internal import Catalogue
internal import Networks
package import Reports
internal import Training

extension RunObject {
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
    return .object(fields + skips + validation)
  }

  /// What is known by validation samples; nothing where there are none.
  private var validation: [JSONValue.Member] {
    guard let accuracy = run.validationAccuracy else { return [] }
    return [
      .init("validation_accuracy", .number(accuracy)),
      .init("best_validation_accuracy", JSONValue(run.bestValidationAccuracy)),
      .init("selected_accuracy", JSONValue(run.selectedAccuracy)),
      .init("selected_epoch", JSONValue(run.selectedEpoch)),
      .init("stop", .text(run.settings.stopCall.description)),
      .init("stopped_early", .logic(run.stoppedEarly)),
    ]
  }
}
