public import Catalogue

/// `data coil100`: photographs of objects.
public struct COIL100Source: DatasetSource {
  /// The set, its keys and where it was published.
  public static let about = About(
    name: "coil100", category: .dataset,
    summary: "photographs of objects: 100 classes, 32 × 32 pixels, 7,200 samples",
    details: """
      Read from the folder `coil-100` of the data directory, under the original names \
      (`COIL100.mat`, compressed or not), as `sparsesh data fetch coil100` stores them. \
      Pixels stand column by column. Without a published split, a share of the samples is the test set.
      """,
    paper: """
      S. Nayar, S. Nene, H. Murase, Columbia Object Image Library (COIL-100), 1996
      """,
    examples: [Example("data coil100")])

  /// The set; it has no keys of its own.
  public init(_ arguments: Arguments = Arguments()) {}

  /// Reads the set's files.
  /// - Throws: `DataError`: E0622 where they are not there, or what is wrong in them.
  public func load(_ context: SourceContext) throws -> LabelledTables {
    var tables = try StoredSet(Self.about.name, folder: "coil-100", width: 1024, in: context)
      .read(MATFormat(), train: "COIL100.mat")
    tables.train.image = ImageShape(rows: 32, columns: 32, order: .columnByColumn)
    return tables
  }
}
