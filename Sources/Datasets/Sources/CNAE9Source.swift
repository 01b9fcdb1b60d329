public import Catalogue

/// `data cnae9`: business descriptions as word counts.
public struct CNAE9Source: DatasetSource {
  /// The set, its keys and where it was published.
  public static let about = About(
    name: "cnae9", category: .dataset,
    summary: "business descriptions as word counts: 9 classes, 856 features, 1,080 samples",
    details: """
      Read from the folder `cnae-9` of the data directory, under the original names \
      (`CNAE-9.data`, compressed or not), as `sparsesh data fetch cnae9` stores them. \
      The label stands in the first column; 99 % of the counts are 0. Without a published split, a share of the samples is the test set.
      """,
    paper: """
      P. M. Ciarelli, E. Oliveira, CNAE-9, 2012; UCI data set 233
      """,
    examples: [Example("data cnae9")])

  /// The set; it has no keys of its own.
  public init(_ arguments: Arguments = Arguments()) {}

  /// Reads the set's files.
  /// - Throws: `DataError`: E0622 where they are not there, or what is wrong in them.
  public func load(_ context: SourceContext) throws -> LabelledTables {
    try StoredSet(Self.about.name, folder: "cnae-9", width: 856, in: context)
      .read(CSVFormat(), train: "CNAE-9.data", TableOptions(label: .first, header: false))
  }
}
