internal import Catalogue

/// One of a data set's two parts as a format reads it: the training samples or the test samples.
struct TablePart {
  /// The file of the samples.
  let file: DataFile
  /// The file of their labels, or nil where they stand with the samples.
  let labelsPath: String?
  /// The key that named the samples' file; nil for the subject.
  let key: String?
  /// The key that names the file of the labels.
  let labelsKey: String
  /// How to take rows and columns.
  let options: TableOptions

  /// What to blame where the file cannot be used.
  var place: ErrorPlace { key.map(ErrorPlace.key) ?? .subject }

  /// The labels of `count` samples from their own file, whose path is added to `files`; nil where
  /// none was given.
  /// - Throws: `DataError`.
  func givenLabels(
    _ count: Int, _ files: inout [String]
  ) throws(DataError) -> (labels: [String], source: LabelledTable.Source)? {
    guard let labelsPath else { return nil }
    let labels = try LabelFile.read(labelsPath, count: count, options, key: labelsKey)
    files.append(labelsPath)
    return labels
  }
}

extension FileRequest {
  /// The training samples.
  var trainPart: TablePart {
    TablePart(
      file: subject, labelsPath: trainLabelsPath, key: nil, labelsKey: "train_labels",
      options: options)
  }

  /// The test samples, where `test=` names their file.
  /// - Throws: `DataError`: what opening the file can cause.
  func testPart() throws(DataError) -> TablePart? {
    guard let testPath else { return nil }
    let file = try DataFile(opening: testPath, for: .key("test"))
    return TablePart(
      file: file, labelsPath: testLabelsPath, key: "test", labelsKey: "test_labels",
      options: options)
  }
}
