internal import Catalogue
package import Reports
package import Training

/// What there is to see of a training that is watched, as its events have told it so far.
package struct WatchedTraining {
  private let start: TrainingStart
  private var test: [Double] = []
  private var validation: [Double] = []
  private var training: [Double] = []
  /// Of every input, at the start and now; none where the first layer is dense.
  private var degrees: (start: [Int], now: [Int]) = ([], [])
  /// How many connections were added so far beyond those removed.
  private var gained = 0
  /// The last evolution of all layers.
  private var evolution: (epoch: Int, removed: Int, added: Int)?
  /// Whether what came last belongs to that evolution.
  private var isEvolving = false

  /// A training that begins; nil if nobody wants to watch it.
  package init?(_ start: TrainingStart) {
    guard start.isWatched else { return nil }
    self.start = start
  }

  /// Takes in what the training tells. O(inputs).
  package mutating func observe(_ event: TrainingEvent) {
    switch event {
    case .epoch(let record):
      test.append(record.testAccuracy)
      training.append(record.trainAccuracy)
      if let accuracy = record.validationAccuracy { validation.append(accuracy) }
    case .evolution(let record):
      gained += record.added - record.removed
      if !isEvolving { evolution = (record.epoch, 0, 0) }
      evolution?.removed += record.removed
      evolution?.added += record.added
    case .degrees(let counts):
      if degrees.start.isEmpty { degrees.start = counts }
      degrees.now = counts
    case .started, .finished: break
    }
    if case .evolution = event { isEvolving = true } else { isEvolving = false }
  }

  /// The connections and what the last evolution did to them, in one sentence.
  package var connections: String {
    let count = start.parameters + gained
    let cells = start.density > 0 ? Double(start.parameters) / start.density : 0
    let density = cells > 0 ? Double(count) / cells : 0
    let state =
      "\(NumberText.count(count)) connections, density \(NumberText.percent(density, 2))"
    guard let evolution else { return state }
    return state + "; epoch \(NumberText.count(evolution.epoch)) removed "
      + "\(NumberText.count(evolution.removed)) and added \(NumberText.count(evolution.added))"
  }

  /// The accuracies by epoch.
  package var accuracy: Chart {
    let series =
      [Series("test", values: test)]
      + (validation.isEmpty ? [] : [Series("validation", values: validation)])
      + [Series("training", values: training)]
    return Chart(
      title: "Accuracy by epoch", x: Axis("epoch", unit: .count),
      y: Axis("accuracy", unit: .percent), series: series)
  }

  /// How many inputs have how many connections, now and at the start; nil where the first layer is dense.
  package var inputDegrees: Chart? {
    guard !degrees.now.isEmpty else { return nil }
    return .histogram(
      title: "Inputs by degree", label: "connections of an input", of: degrees.now.map(Double.init),
      name: "now", before: degrees.start.map(Double.init), beforeName: "at the start", unit: .count)
  }

  /// Both charts, or the one that there is.
  package var charts: [Chart] { [accuracy] + (inputDegrees.map { [$0] } ?? []) }
}
