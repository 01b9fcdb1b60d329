internal import Catalogue

/// A table of features, with its labels in one of its columns or in a file of their own.
struct TableWithLabels {
  /// The file of the features.
  let file: DataFile
  /// The file of the labels, or nil where they are in a column.
  let labelsPath: String?
  /// How to take both.
  let options: TableOptions
  /// The key that named the file of the features, nil for the subject.
  let key: String?
  /// The key that names the file of the labels.
  let labelsKey: String

  /// Reads both, and adds their paths to `files`.
  /// - Throws: `DataError`.
  func read(_ files: inout [String]) throws(DataError) -> (table: LabelledTable, names: [String]?) {
    let content = try TableReader(file, options, labelled: labelsPath == nil, key: key).read()
    files.append(file.path)
    var labels = content.labels
    var source = LabelledTable.Source(path: file.path, lines: content.lines)
    if let labelsPath {
      (labels, source) = try LabelFile.read(
        labelsPath, count: content.lines.count, options, key: labelsKey)
      files.append(labelsPath)
    }
    let table = LabelledTable(
      features: content.features, width: content.width, labels: labels, source: source)
    return (table, content.names)
  }
}
