public import Datasets
internal import Networks
public import Sparse

extension SavedNetwork {
  /// How the network does on the test samples of a data set, dropout off.
  ///
  /// The samples are seen as the network was trained to see them: whatever scaling the data set
  /// fitted is taken back and the network's own put in its place, and classes are matched by name.
  /// O(samples · connections).
  ///
  /// - Throws: `TrainingError.otherData` where the samples have another number of features, and
  ///   `.otherClass` where a test sample is of a class that the network does not know.
  public func evaluate(on dataset: Dataset, engine: Engine? = nil) throws -> Evaluation {
    try network.evaluate(on: ownSamples(dataset.test, of: dataset), engine: engine ?? Engine())
  }

  /// Samples of a data set, scaled and labelled as the network knows them.
  ///
  /// - Throws: `TrainingError.otherData` or `.otherClass`, as `evaluate(on:engine:)`.
  public func ownSamples(_ samples: Samples, of dataset: Dataset) throws -> Samples {
    guard dataset.width == network.inputs else {
      throw TrainingError.otherData(
        features: dataset.width, inputs: network.inputs, label: 0, classes: network.classes)
    }
    var features = samples.features
    if dataset.scaling != scaling {
      var values = features.values
      dataset.scaling.undo(on: &values)
      scaling.apply(to: &values)
      features = Features(values, width: dataset.width)
    }
    return Samples(features: features, labels: try ownLabels(of: samples, in: dataset))
  }

  /// The network's class of each sample.
  private func ownLabels(of samples: Samples, in dataset: Dataset) throws -> [Int32] {
    if dataset.classNames == classNames { return samples.labels }
    let own = Dictionary(
      classNames.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    let classes = dataset.classNames.map { own[$0] }
    return try samples.labels.map { label in
      guard let index = classes[Int(label)] else {
        throw TrainingError.otherClass(dataset.classNames[Int(label)])
      }
      return index
    }
  }
}
