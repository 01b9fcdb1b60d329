internal import Catalogue
public import Datasets
public import Networks
public import Sparse

/// A training and what came of it: a value that holds the final network and every record.
public struct Run: Sendable {
  /// The plan of the network.
  public let plan: NetworkPlan
  /// How it was trained.
  public let settings: TrainingSettings
  /// What is known of the data.
  public let data: DataRecord
  /// The network as training left it.
  public let network: Network
  /// The skip layers as training left them, where the policy has such: no part of the network.
  public let skips: SkipLayers?
  /// One record a finished epoch.
  public let epochRecords: [EpochRecord]
  /// One record an evolution and sparse layer, in order.
  public let evolutionRecords: [EvolutionRecord]
  /// By layer (from 0): the positions, among the layer's stored values, of the connections that the
  /// last evolution added; empty for a layer that never evolved. A core degree leaves them out.
  public let lastAdded: [[Int32]]
  /// How the topology changed through the epochs, coarsely; none where every layer is dense.
  public let topology: TopologyHistory
  /// How the final network does on the test samples.
  public let test: Evaluation
  /// How the final network does on the validation samples; nil where there are none.
  public let validation: Evaluation?
  /// How long the whole training took.
  public let seconds: Double
  /// Whether training came to its end: all epochs were done, or its criterion stopped it.
  public let completed: Bool
  /// Why training failed, if it did: the loss was no number any more. A run that was cancelled has
  /// none.
  public let failure: TrainingError?
  /// The SHA-256 of the final topology, weights, biases, trained parameters and of all curves but
  /// times, in 64 hexadecimal digits: equal for equal runs, on any number of threads.
  public let digest: String

  /// The name of the data set.
  public var dataName: String { data.name }
  /// The seed.
  public var seed: UInt64 { settings.seed }
  /// The policy as a script writes it.
  public var policy: String { settings.policyCall.description }
  /// Stored connections, output layer included, biases not.
  public var parameters: Int { network.parameters }
  /// The connections that training had besides, in skip layers; biases not counted.
  public var skipConnections: Int { skips?.connections ?? 0 }
  /// The share of all cells in use, 0…1.
  public var density: Double { network.density }
  /// The epochs that were finished.
  public var epochs: Int { epochRecords.count }
  /// The epochs that were asked for.
  public var epochsAsked: Int { settings.epochs }
  /// The accuracy of the final network on the test samples, 0…1.
  public var accuracy: Double { test.accuracy }
  /// The best test accuracy over the epochs, as the papers report it; of the initial network if
  /// there are none.
  public var bestAccuracy: Double { epochRecords.map(\.testAccuracy).max() ?? accuracy }
  /// The first epoch (from 1) that reached `bestAccuracy`, or nil if there are none.
  public var bestEpoch: Int? {
    let best = bestAccuracy
    return epochRecords.first { $0.testAccuracy == best }?.epoch
  }
  /// Whether the stopping criterion ended the training before its last epoch.
  public var stoppedEarly: Bool { completed && epochs < epochsAsked }
  /// The test accuracy after each epoch.
  public var accuracyCurve: [Double] { epochRecords.map(\.testAccuracy) }
  /// The training loss of each epoch.
  public var lossCurve: [Double] { epochRecords.map(\.trainLoss) }
  /// The training accuracy of each epoch.
  public var trainAccuracyCurve: [Double] { epochRecords.map(\.trainAccuracy) }
  /// The test loss after each epoch; not a number where it is none.
  public var testLossCurve: [Double] { epochRecords.map { $0.testLoss ?? .nan } }

  /// How the final network does on samples, dropout off. The result does not depend on `engine`.
  ///
  /// - Throws: `TrainingError.otherData` where the samples do not fit the network.
  public func evaluate(on samples: Samples, engine: Engine? = nil) throws -> Evaluation {
    try network.evaluate(on: samples, engine: engine ?? Engine(threads: settings.threads))
  }
}
