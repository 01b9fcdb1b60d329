public import Datasets
internal import Networks
public import Sparse

extension SavedNetwork {
  /// What the network makes of each test sample of a data set, dropout off; samples are seen as by
  /// `evaluate(on:engine:)`. O(samples · connections), and with `scores` O(samples · classes) memory.
  ///
  /// - Throws: `TrainingError.otherData` or `.otherClass`.
  public func predictions(
    on dataset: Dataset, scores wanted: Bool = true, engine: Engine? = nil
  ) throws -> Predictions {
    let samples = try ownSamples(dataset.test, of: dataset)
    let engine = engine ?? Engine()
    let batch = network.evaluationBatch
    let workspace = Workspace(for: network, capacity: batch)
    let order = Array(0..<samples.count)
    var (classes, scores): ([Int32], [Float]) = ([], [])
    for first in stride(from: 0, to: samples.count, by: batch) {
      let indices = order[first..<min(first + batch, samples.count)]
      classes +=
        network.predict(
          features: samples.features, labels: samples.labels, indices: indices,
          workspace: workspace, engine: engine
        ).predictions
      guard wanted else { continue }
      for sample in 0..<indices.count {
        for label in 0..<network.classes { scores.append(workspace.scores[label, sample]) }
      }
    }
    return Predictions(labels: samples.labels, classes: classes, scores: scores)
  }
}
