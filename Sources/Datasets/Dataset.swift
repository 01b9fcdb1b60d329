internal import Sparse

/// A data set ready for training: split, encoded and scaled.
public struct Dataset: Sendable, Equatable {
  /// The registered name, or the file's name without folders and endings.
  public let name: String
  /// The classes in the order of their indices: ascending where every label is a number (`-1`, `1`
  /// or `1` … `26`), else in the order of their Unicode scalars; with `binary=`, `rest` and the label;
  /// with `groups=`, as listed, merged labels joined by `+`.
  public let classNames: [String]
  /// The features' names: the columns' where the file has a header, else `x0`, `x1`, …
  public let featureNames: [String]
  /// The samples to train on.
  public let train: Samples
  /// The samples held out of training by `validation=`, or nil where none are.
  public let validation: Samples?
  /// The samples to test on.
  public let test: Samples
  /// What was done to every feature of all three; fitted on `train` alone, or
  /// on it and its images changed once.
  public let scaling: Scaling
  /// What is done to the training samples anew each epoch, or nil where they stay as they are.
  public let augmentation: ImageAugmentation?
  /// How the features make an image, where the files tell.
  public let image: ImageShape?
  /// Where the samples are from: `generated (seed 1)`, or the files read.
  public let origin: String
  /// Whether a generator made the samples.
  public let generated: Bool
  /// The positions (from 0) of the features that carry information, ascending, where the generator
  /// knows them.
  public let informative: [Int]?
  /// What the user should know of how the data came about, one plain sentence each.
  public let notes: [String]

  /// The number of features.
  public var width: Int { train.width }
  /// The number of classes, at least 2.
  public var classes: Int { classNames.count }

  /// The bytes of all samples.
  public var bytes: UInt64 {
    [train, validation, test].compactMap { $0 }
      .reduce(0) { $0 + UInt64($1.features.memory) + 4 * UInt64($1.labels.count) }
  }

  /// A data set of these parts.
  /// - Precondition: all samples have one width and labels below the number of classes, names,
  ///   scaling and images fit that width, there are at least 2 classes, and neither `train` nor `test` is empty.
  public init(
    name: String, classNames: [String], featureNames: [String], train: Samples,
    validation: Samples? = nil, test: Samples, scaling: Scaling,
    augmentation: ImageAugmentation? = nil, image: ImageShape? = nil, origin: String,
    generated: Bool = false, informative: [Int]? = nil, notes: [String] = []
  ) {
    precondition(classNames.count >= 2, "a data set has at least 2 classes")
    precondition(train.count > 0 && test.count > 0, "there are samples to train and to test on")
    precondition(featureNames.count == train.width && scaling.center.count == train.width)
    for image in [augmentation?.image, image].compactMap({ $0 }) {
      precondition(image.features == train.width, "an image is made of all features")
    }
    for samples in [train, validation, test].compactMap({ $0 }) {
      precondition(samples.width == train.width, "all samples have one width")
      precondition(samples.labels.allSatisfy { $0 < classNames.count }, "labels are classes")
    }
    self.name = name
    self.classNames = classNames
    self.featureNames = featureNames
    self.train = train
    self.validation = validation
    self.test = test
    self.scaling = scaling
    self.augmentation = augmentation
    self.image = image
    self.origin = origin
    self.generated = generated
    self.informative = informative
    self.notes = notes
  }
}
