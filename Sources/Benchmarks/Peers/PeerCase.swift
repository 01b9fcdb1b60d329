internal import Datasets
internal import Networks
internal import Reports
internal import Sparse
internal import Training

/// A step that other programs are asked to take: the network before and after ours, and the data.
struct PeerCase {
  let shape: TrainingShape
  let batch: Int
  let network: Network
  let data: SyntheticData
  /// Whether only programs that can are asked, for few steps.
  let isLarge: Bool

  /// Writes the case's files into a folder.
  /// - Throws: `SavingError`.
  func write(into folder: String, engine: Engine) throws {
    var arrays = ArrayFile()
    arrays.add(data.features, shape: [data.labels.count, data.width], named: "x")
    arrays.add(data.labels.map { Int($0) }, named: "y")
    try arrays.write(to: "\(folder)/\(shape.name)-data.npz")
    try saved(network).save(to: "\(folder)/\(shape.name)-before.npz")
    var after = network
    _ = after.train(
      features: data.features, labels: data.labels, indices: Array(0..<batch)[...],
      step: Self.step, dropout: nil, workspace: Workspace(for: network, capacity: batch),
      engine: engine)
    try saved(after).save(to: "\(folder)/\(shape.name)-after.npz")
  }

  /// What `job.json` says of the case.
  var json: JSONValue {
    [
      "name": .text(shape.name), "shape": .array(shape.widths.map { .integer($0) }),
      "epsilon": .number(shape.epsilon), "batch": .integer(batch),
      "samples": .integer(data.labels.count), "rate": .number(0.01),
      "momentum": .number(0.9), "decay": .number(0), "dropout": .number(shape.dropout),
      "activation": .text(shape.activation), "data": .text("\(shape.name)-data.npz"),
      "before": .text("\(shape.name)-before.npz"), "after": .text("\(shape.name)-after.npz"),
      "large": .logic(isLarge),
    ]
  }

  private static let step = MomentumStep(rate: 0.01, momentum: 0.9, decay: 0)

  private func saved(_ network: Network) -> SavedNetwork {
    SavedNetwork(
      network: network, scaling: .identity(width: network.inputs),
      classNames: (0..<network.classes).map { "\($0)" },
      featureNames: (0..<network.inputs).map { "x\($0)" })
  }
}
