internal import Catalogue

/// A real data set's folder in the data directory.
struct StoredSet {
  /// The registered name.
  let name: String
  /// The set's folder.
  let folder: String
  /// The number of features, or nil for any.
  let width: Int

  /// The set's folder.
  /// - Throws: `DataError` (E0622) without a data directory, or where it lacks the folder.
  init(_ name: String, folder: String, width: Int, in context: SourceContext) throws(DataError) {
    guard let directory = context.dataDirectory else {
      throw DataError(
        DatasetErrorCodes.notInDataDirectory,
        "`\(name)` is read from files, and no data directory is set",
        hint: "set data_dir=\"folder\", or the environment variable SPARSESH_DATA", at: .subject)
    }
    self.name = name
    self.width = width
    self.folder = PathText.join(directory, folder)
    guard (try? DataFile(opening: self.folder, for: .subject)) != nil else {
      throw DataError(
        DatasetErrorCodes.notInDataDirectory,
        "`\(name)` was not found: there is no folder `\(self.folder)`",
        hint: "set data_dir=\"folder\", or SPARSESH_DATA, to the folder that holds `\(folder)`",
        at: .subject)
    }
  }

  /// A file of the set, or the same compressed.
  /// - Throws: `DataError` (E0622) where neither is there.
  func file(_ file: String) throws(DataError) -> String {
    if let path = PathText.existing(PathText.join(folder, file)) { return path }
    throw DataError(
      DatasetErrorCodes.notInDataDirectory,
      "`\(name)` is not complete: `\(folder)` has no `\(file)`",
      hint: "fetch the set again", at: .subject)
  }

  /// Reads the set by a format.
  /// - Throws: `DataError`; E0616 if the samples do not have the set's number of features.
  func read(
    _ format: any DataFormat, train: String, test: String
  ) throws -> LabelledTables {
    let subject = try DataFile(opening: file(train), for: .subject)
    let tables = try format.read(FileRequest(subject: subject, testPath: try file(test)))
    guard tables.train.width == width else {
      throw DataError(
        DatasetErrorCodes.widthsDiffer,
        "`\(subject.path)` has \(NumberText.count(tables.train.width)) features, \(name) has \(width)",
        hint: "fetch the set again", at: .file(path: subject.path, line: nil, column: nil))
    }
    return tables
  }
}
