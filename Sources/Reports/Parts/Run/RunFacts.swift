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
      Fact("epochs", completed ? .count(epochs) : .text("\(epochs) of \(epochsAsked)")),
      Fact("final accuracy", .percent(accuracy), note: "on test"),
      Fact("best accuracy", .percent(bestAccuracy), note: bestNote),
      Fact("ARA", epochs > 0 ? .percent(ara()) : .missing, note: "of test accuracies, b = 0.5"),
      Fact("final loss", .number(test.loss), note: "on test"),
      Fact("time", .seconds(seconds)),
      Fact("seed", .text(String(seed))),
      Fact("digest", .text(digest)),
    ]
  }

  private var sampleCounts: String {
    "\(NumberText.count(data.trainCount)) to train, \(NumberText.count(data.testCount)) to test"
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
