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
        hint:
          "`sparsesh data fetch \(name)` fetches it; `set data_dir=` or SPARSESH_DATA name the folder that holds `\(folder)`",
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
      hint: "`sparsesh data fetch \(name)` fetches it", at: .subject)
  }

  /// Reads the set by a format: training samples, test samples where they are a file of their own,
  /// and the files of their labels where there are such.
  /// - Throws: `DataError`; E0616 if the samples do not have the set's number of features.
  func read(
    _ format: any DataFormat, train: String, test: String? = nil, trainLabels: String? = nil,
    testLabels: String? = nil, _ options: TableOptions = TableOptions()
  ) throws -> LabelledTables {
    let subject = try DataFile(opening: file(train), for: .subject)
    var request = FileRequest(subject: subject, options: options)
    request.testPath = try test.map { try file($0) }
    request.trainLabelsPath = try trainLabels.map { try file($0) }
    request.testLabelsPath = try testLabels.map { try file($0) }
    let tables = try format.read(request)
    guard tables.train.width == width else {
      throw DataError(
        DatasetErrorCodes.widthsDiffer,
        "`\(subject.path)` has \(NumberText.count(tables.train.width)) features, \(name) has \(width)",
        hint: "fetch the set again", at: .file(path: subject.path, line: nil, column: nil))
    }
    return tables
  }
}
