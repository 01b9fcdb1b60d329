internal import Catalogue

extension TablePart {
  /// Reads a text table of features, with its labels in one of its columns or in a file of their
  /// own, and adds the paths of both to `files`.
  /// - Throws: `DataError`.
  func readText(
    _ files: inout [String]
  ) throws(DataError) -> (table: LabelledTable, names: [String]?) {
    let content = try TableReader(file, options, labelled: labelsPath == nil, key: key).read()
    files.append(file.path)
    let given = try givenLabels(content.lines.count, &files)
    let table = LabelledTable(
      features: content.features, width: content.width, labels: given?.labels ?? content.labels,
      source: given?.source ?? LabelledTable.Source(path: file.path, lines: content.lines))
    return (table, content.names)
  }
}
