public import Catalogue

/// `data epilepsy`: a second of EEG each, seizure or not.
public struct EpilepsySource: DatasetSource {
  /// The set, its keys and where it was published.
  public static let about = About(
    name: "epilepsy", category: .dataset,
    summary: "a second of EEG each, seizure or not: 2 classes, 178 features, 11,500 samples",
    details: """
      Read from the folder `epilepsy` of the data directory, under the original names \
      (`data.csv`, compressed or not), as `sparsesh data fetch epilepsy` stores them. \
      The classes 2 to 5, all without seizure, are one. Without a published split, a share of the samples is the test set.
      """,
    paper: """
      R. Andrzejak et al., Indications of nonlinear deterministic and finite-dimensional structures in time series of brain electrical activity, 2001; UCI data set 388
      """,
    examples: [Example("data epilepsy")])

  /// The set; it has no keys of its own.
  public init(_ arguments: Arguments = Arguments()) {}

  /// Reads the set's files.
  /// - Throws: `DataError`: E0622 where they are not there, or what is wrong in them.
  public func load(_ context: SourceContext) throws -> LabelledTables {
    var tables = try StoredSet(Self.about.name, folder: "epilepsy", width: 178, in: context)
      .read(CSVFormat(), train: "data.csv", TableOptions(header: true, drop: [.first]))
    // Seizure is class 1; the published results set it against the rest.
    tables.train.labels = tables.train.labels.map { $0 == "1" ? "seizure" : "none" }
    return tables
  }
}
