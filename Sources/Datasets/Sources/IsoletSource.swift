public import Catalogue

/// `data isolet`: spoken letters.
public struct IsoletSource: DatasetSource {
  /// The set, its keys and where it was published.
  public static let about = About(
    name: "isolet", category: .dataset,
    summary:
      "spoken letters: 26 classes, 617 features, 6,238 samples to train and 1,559 to test on",
    details: """
      Read from the folder `isolet` of the data directory, under the original names \
      (`isolet1+2+3+4.data`, `isolet5.data`, compressed or not). Speakers of the test samples are \
      not among those of the training samples.
      """,
    paper: "M. Fanty, R. Cole, Spoken letter recognition, NIPS 1990; UCI data set 54",
    examples: [Example("data isolet")])

  /// The set; it has no keys of its own.
  public init(_ arguments: Arguments = Arguments()) {}

  /// Reads the set's files.
  /// - Throws: `DataError`: E0622 where they are not there, or what is wrong in them.
  public func load(_ context: SourceContext) throws -> LabelledTables {
    try StoredSet(Self.about.name, folder: "isolet", width: 617, in: context)
      .read(CSVFormat(), train: "isolet1+2+3+4.data", test: "isolet5.data")
  }
}
