/// A published data set: what it is, where it comes from, and on which terms.
public struct KnownSet: Sendable, Equatable {
  /// The name by which `data` loads it.
  public let name: String
  /// Its folder in the data directory.
  public let folder: String
  /// What its samples are, in a few words.
  public let subject: String
  /// The number of classes.
  public let classes: Int
  /// The number of features.
  public let features: Int
  /// The number of samples to train on; where no split was published, of all samples.
  public let train: Int
  /// The number of samples to test on, or nil where no split was published.
  public let test: Int?
  /// The terms on which it may be used.
  public let licence: String
  /// Who is to be cited.
  public let citation: String
  /// Where its files come from.
  public let downloads: [KnownDownload]
  /// What the user should know of its origin, or nil.
  public let note: String?

  /// A set with all that is known of it.
  public init(
    name: String, folder: String, subject: String, classes: Int, features: Int, train: Int,
    test: Int?, licence: String, citation: String, downloads: [KnownDownload], note: String? = nil
  ) {
    self.name = name
    self.folder = folder
    self.subject = subject
    self.classes = classes
    self.features = features
    self.train = train
    self.test = test
    self.licence = licence
    self.citation = citation
    self.downloads = downloads
    self.note = note
  }

  /// All files, in the order of the downloads.
  public var files: [KnownFile] { downloads.flatMap(\.files) }

  /// Whether a data directory holds all its files, compressed or not.
  public func isPresent(in directory: String) -> Bool {
    let folder = PathText.join(directory, folder)
    return files.allSatisfy { file in
      let plain = file.name.hasSuffix(".gz") ? String(file.name.dropLast(3)) : file.name
      return PathText.existing(PathText.join(folder, plain)) != nil
    }
  }
}
