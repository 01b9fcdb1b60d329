public import Datasets
public import Networks
public import Sparse

extension Network {
  /// Samples in a batch of an evaluation: 128, but fewer, down to 16, in networks so wide that
  /// their activations would take more than 128 MB.
  public static func evaluationBatch(neurons: Int) -> Int {
    let fitting = (1 << 27) / (12 * min(max(neurons, 1), 1 << 40))
    return min(128, max(16, fitting / 16 * 16))
  }

  /// Samples in a batch of an evaluation of this network.
  public var evaluationBatch: Int { Self.evaluationBatch(neurons: widths.reduce(0, +)) }

  /// How the network does on samples, dropout off.
  ///
  /// - Throws: `TrainingError.otherData` where the samples have another number of features, or
  ///   labels beyond the network's classes.
  public func evaluate(on samples: Samples, engine: Engine) throws -> Evaluation {
    let highest = Int(samples.labels.max() ?? 0)
    guard samples.width == inputs, highest < classes else {
      throw TrainingError.otherData(
        features: samples.width, inputs: inputs, label: highest, classes: classes)
    }
    return evaluate(
      on: samples, dropout: nil,
      workspace: Workspace(for: self, capacity: evaluationBatch, contents: .activations),
      engine: engine)
  }

  /// How the network does on samples that fit it, batch by batch in their order.
  func evaluate(
    on samples: Samples, dropout: DropoutAddress?, workspace: Workspace, engine: Engine
  ) -> Evaluation {
    var total = BatchResult.zero
    var confusion = [[Int]](repeating: [Int](repeating: 0, count: classes), count: classes)
    let order = Array(0..<samples.count)
    let batch = evaluationBatch
    for first in stride(from: 0, to: samples.count, by: evaluationBatch) {
      let indices = order[first..<min(first + batch, samples.count)]
      var address = dropout
      address?.batch = first / batch
      let (result, predictions) = predict(
        features: samples.features, labels: samples.labels, indices: indices, dropout: address,
        workspace: workspace, engine: engine)
      total += result
      for (index, prediction) in zip(indices, predictions) {
        confusion[Int(samples.labels[index])][Int(prediction)] += 1
      }
    }
    return Evaluation(
      loss: samples.count > 0 ? total.loss / Double(samples.count) : 0, samples: samples.count,
      correct: total.correct, confusion: confusion)
  }
}
