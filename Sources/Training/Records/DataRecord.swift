public import Datasets

/// What a run keeps of its data set: all but the samples.
public struct DataRecord: Sendable, Equatable {
  /// The name of the data set.
  public let name: String
  /// Where the samples are from: a generator, or files.
  public let origin: String
  /// The classes, in the order of their indices.
  public let classNames: [String]
  /// The features, in the order of the inputs.
  public let featureNames: [String]
  /// What was done to every feature.
  public let scaling: Scaling
  /// The features that carry information, where a generator knows them.
  public let informative: [Int]?
  /// How the features make an image, where that is known.
  public let image: ImageShape?
  /// The number of training samples.
  public let trainCount: Int
  /// The number of validation samples; 0 where none are held out.
  public let validationCount: Int
  /// The number of test samples.
  public let testCount: Int

  /// What is kept of `dataset`.
  public init(_ dataset: Dataset) {
    name = dataset.name
    origin = dataset.origin
    classNames = dataset.classNames
    featureNames = dataset.featureNames
    scaling = dataset.scaling
    informative = dataset.informative
    image = dataset.image ?? dataset.augmentation?.image
    trainCount = dataset.train.count
    validationCount = dataset.validation?.count ?? 0
    testCount = dataset.test.count
  }
}
