public import Catalogue

/// `data har`: what a person with a smartphone does.
public struct HARSource: DatasetSource {
  /// The set, its keys and where it was published.
  public static let about = About(
    name: "har", category: .dataset,
    summary:
      "what a person with a smartphone does: 6 classes, 561 features, 7,352 samples to train and 2,947 to test on",
    details: """
      Read from the folder `har` of the data directory, under the original names \
      (`X_train.txt`, `y_train.txt`, `X_test.txt`, `y_test.txt`, compressed or not), as `sparsesh data fetch har` stores them. \
      Persons of the test samples are not among those of the training samples.
      """,
    paper: """
      D. Anguita et al., A public domain dataset for human activity recognition using smartphones, 2013; UCI data set 240
      """,
    examples: [Example("data har")])

  /// The set; it has no keys of its own.
  public init(_ arguments: Arguments = Arguments()) {}

  /// Reads the set's files.
  /// - Throws: `DataError`: E0622 where they are not there, or what is wrong in them.
  public func load(_ context: SourceContext) throws -> LabelledTables {
    try StoredSet(Self.about.name, folder: "har", width: 561, in: context)
      .read(
        CSVFormat(), train: "X_train.txt", test: "X_test.txt", trainLabels: "y_train.txt",
        testLabels: "y_test.txt", TableOptions(header: false, separator: .blanks))
  }
}
