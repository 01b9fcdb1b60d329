public import Sparse

/// Samples as a file or generator gives them: labels still texts, features not yet scaled.
public struct LabelledTable: Sendable, Equatable {
  /// The features, all finite.
  public var features: Features
  /// The label of each sample, without blanks around it.
  public var labels: [String]
  /// The file they were read from, and the line each label stands on; nil for generated samples.
  public var source: Source?
  /// How features make an image, where the file tells.
  public var image: ImageShape?

  /// The number of samples.
  public var count: Int { labels.count }
  /// The number of features.
  public var width: Int { features.width }

  /// Where labels stand, for messages.
  public struct Source: Sendable, Equatable {
    /// The file that holds the labels.
    public var path: String
    /// The line of each label, from 1; empty where the file has no lines.
    public var lines: [Int]
  }

  /// A table of samples.
  /// - Precondition: a label for each sample; an image has as many features as a sample.
  public init(
    features: Features, labels: [String], source: Source? = nil, image: ImageShape? = nil
  ) {
    precondition(features.count == labels.count)
    precondition(image.map { $0.features == features.width } ?? true)
    self.features = features
    self.labels = labels
    self.source = source
    self.image = image
  }

  /// A table of `width` features a sample, kept as bytes where all of them are.
  /// - Precondition: `width` ≥ 1, `features.count` = `labels.count` · `width`.
  public init(features: [Float], width: Int, labels: [String], source: Source? = nil) {
    self.init(
      features: Features(compacting: features, width: width), labels: labels, source: source)
  }
}

/// What a source or a format hands over: samples to train and perhaps to test on.
public struct LabelledTables: Sendable, Equatable {
  /// The samples to train on, from which a test set is split where `test` is nil.
  public var train: LabelledTable
  /// The samples to test on.
  public var test: LabelledTable?
  /// The features' names, or nil where the file names none.
  public var featureNames: [String]?
  /// Where they are from: `generated (seed 1)`, or the files.
  public var origin: String
  /// Whether a generator made them.
  public var generated = false
  /// The positions of the features that carry information, ascending, where known.
  public var informative: [Int]?
  /// What the user should know.
  public var notes: [String] = []

  /// Tables from `origin`.
  public init(
    train: LabelledTable, test: LabelledTable? = nil, featureNames: [String]? = nil,
    origin: String, generated: Bool = false, informative: [Int]? = nil, notes: [String] = []
  ) {
    self.train = train
    self.test = test
    self.featureNames = featureNames
    self.origin = origin
    self.generated = generated
    self.informative = informative
    self.notes = notes
  }
}
