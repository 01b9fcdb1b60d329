public import Catalogue

/// `data micromass`: mass spectra of bacteria.
public struct MicroMassSource: DatasetSource {
  /// The set, its keys and where it was published.
  public static let about = About(
    name: "micromass", category: .dataset,
    summary: "mass spectra of bacteria: 20 classes, 1,300 features, 571 samples",
    details: """
      Read from the folder `micromass` of the data directory, under the original names \
      (`pure_spectra_matrix.csv`, `pure_spectra_metadata.csv`, compressed or not), as `sparsesh data fetch micromass` stores them. \
      The species are the classes; only pure spectra are read. Without a published split, a share of the samples is the test set.
      """,
    paper: """
      P. Mahé, J.-B. Veyrieras, MicroMass, 2013; UCI data set 253
      """,
    examples: [Example("data micromass")])

  /// The set; it has no keys of its own.
  public init(_ arguments: Arguments = Arguments()) {}

  /// Reads the set's files.
  /// - Throws: `DataError`: E0622 where they are not there, or what is wrong in them.
  public func load(_ context: SourceContext) throws -> LabelledTables {
    try StoredSet(Self.about.name, folder: "micromass", width: 1300, in: context)
      .read(
        CSVFormat(), train: "pure_spectra_matrix.csv", trainLabels: "pure_spectra_metadata.csv",
        TableOptions(label: .name("Species"), separator: .byte(Byte.semicolon)))
  }
}
