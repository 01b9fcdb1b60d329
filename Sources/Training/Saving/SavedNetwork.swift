public import Datasets
public import Networks
public import Sparse

/// A network with what is needed to use it outside of the run that trained it.
public struct SavedNetwork: Sendable {
  /// The network: topology, weights, biases, trained parameters and all velocity.
  public let network: Network
  /// What was done to the features before they reached the network.
  public let scaling: Scaling
  /// The classes, in the order of the outputs.
  public let classNames: [String]
  /// The features, in the order of the inputs.
  public let featureNames: [String]
  /// What else is known of its training, by name: `policy`, `seed`, `epochs`, `data`, `script` ….
  public let metadata: [String: String]

  /// A network with its surroundings.
  /// - Precondition: there are as many names and scales as inputs and classes.
  public init(
    network: Network, scaling: Scaling, classNames: [String], featureNames: [String],
    metadata: [String: String] = [:]
  ) {
    precondition(classNames.count == network.classes && featureNames.count == network.inputs)
    precondition(scaling.center.count == network.inputs)
    self.network = network
    self.scaling = scaling
    self.classNames = classNames
    self.featureNames = featureNames
    self.metadata = metadata
  }

  /// The final network of a run; `script` is the program that made it, if it is to be kept.
  public init(_ run: Run, script: String? = nil) {
    var metadata = [
      "policy": run.policy, "seed": "\(run.seed)", "epochs": "\(run.epochs)",
      "data": run.dataName, "network": run.plan.description, "digest": run.digest,
    ]
    metadata["script"] = script
    self.init(
      network: run.network, scaling: run.data.scaling, classNames: run.data.classNames,
      featureNames: run.data.featureNames, metadata: metadata)
  }

  /// How the network does on samples that have been scaled as its own were, dropout off.
  ///
  /// - Throws: `TrainingError.otherData` where the samples do not fit the network.
  public func evaluate(on samples: Samples, engine: Engine? = nil) throws -> Evaluation {
    try network.evaluate(on: samples, engine: engine ?? Engine())
  }
}
