internal import Analysis
internal import Catalogue
internal import Networks
internal import Training

extension Run {
  /// The run at a glance.
  var facts: [Fact] {
    let skips = Fact(
      "skip connections", .count(skipConnections),
      note: "besides, in training only: neither tested nor saved")
    return [
      Fact("policy", .text(policy)),
      Fact("data", .text(dataName), note: data.origin),
      Fact("samples", .text(sampleCounts)),
      Fact("shape", .text(network.shape.description)),
      Fact("parameters", .count(parameters), note: "stored connections, biases not counted"),
    ] + (skipConnections > 0 ? [skips] : []) + [
      Fact("density", .percent(density)),
      Fact(
        "epochs", epochs == epochsAsked ? .count(epochs) : .text("\(epochs) of \(epochsAsked)"),
        note: stoppedEarly ? "stopped early by \(settings.stopCall)" : nil),
      Fact("final accuracy", .percent(accuracy), note: "on test"),
      Fact("best accuracy", .percent(bestAccuracy), note: bestNote),
    ] + selectedFacts + [
      Fact("ARA", epochs > 0 ? .percent(ara()) : .missing, note: "of test accuracies, b = 0.5"),
      Fact("final loss", .number(test.loss), note: "on test"),
      Fact("time", .seconds(seconds)),
      Fact("seed", .text(String(seed))),
      Fact("digest", .text(digest)),
    ]
  }

  private var sampleCounts: String {
    let validated =
      data.validationCount > 0 ? "\(NumberText.count(data.validationCount)) to validate, " : ""
    return "\(NumberText.count(data.trainCount)) to train, \(validated)"
      + "\(NumberText.count(data.testCount)) to test"
  }

  /// The accuracy that validation selects, where there are samples for it.
  private var selectedFacts: [Fact] {
    guard let selectedAccuracy, let bestValidationAccuracy else { return [] }
    let best = Cell.percent(bestValidationAccuracy).reading
    let note =
      selectedEpoch.map { "on test at epoch \($0), best on validation with \(best)" }
      ?? "on test, of the initial network; \(best) on validation"
    return [Fact("selected accuracy", .percent(selectedAccuracy), note: note)]
  }

  private var bestNote: String {
    guard let bestEpoch else { return "on test, of the initial network" }
    return "best on test, as the papers report; epoch \(bestEpoch)"
  }

  /// What a reader of the figures must know besides.
  var remarks: [String] {
    if let failure {
      return ["The run ended early: \(failure.message). The figures are those of the epochs done."]
    }
    if completed { return [] }
    return ["The run was stopped after \(epochs) of \(epochsAsked) epochs."]
  }
}
