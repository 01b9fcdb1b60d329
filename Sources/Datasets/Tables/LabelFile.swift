internal import Catalogue

/// Reads the labels that stand in a file of their own: a text with one row a sample, IDX, or a
/// NumPy array.
enum LabelFile {
  /// The labels of `count` samples. In a text of several columns, the key `label` names one.
  /// The first row is a header if the key `header` says so, or if there is one row too many.
  /// - Throws: `DataError`: E0613 where the counts differ, and whatever reading can cause.
  static func read(
    _ path: String, count: Int, _ options: TableOptions, key: String
  ) throws(DataError) -> (labels: [String], source: LabelledTable.Source) {
    let file = try DataFile(opening: path, for: .key(key))
    if IDXContent.isIDX(file) {
      let labels = try IDXContent(file, for: .key(key)).labels()
      try check(labels.count, count, path)
      return (labels, LabelledTable.Source(path: path, lines: []))
    }
    if case .bytes(let bytes) = file.content, bytes.starts(with: NpyHeader.magic) {
      let labels = try SampleArray(npy: bytes, nil, path: path).labels()
      try check(labels.count, count, path)
      return (labels, LabelledTable.Source(path: path, lines: []))
    }
    let table = try TextTable(file, for: .key(key))
    var (rows, lines) = try allRows(table, options.separator ?? table.guessedSeparator())
    var names: [String]?
    if options.header ?? (rows.count == count + 1), let first = rows.first {
      names = first
      rows.removeFirst()
      lines.removeFirst()
    }
    try check(rows.count, count, path)
    let width = names?.count ?? rows.first?.count ?? 1
    let column = try Self.column(options.label, width, names, path)
    var labels: [String] = []
    for (row, line) in zip(rows, lines) {
      guard row.count == width, !row[column].isEmpty else {
        throw DataError(
          DatasetErrorCodes.ragged,
          "line \(line) has \(row.count) values, the first row has \(width), and none may be empty",
          hint: "a file of labels needs one row a sample; `label=` names the column of several",
          at: .file(path: path, line: line, column: nil))
      }
      labels.append(row[column])
    }
    return (labels, LabelledTable.Source(path: path, lines: lines))
  }

  private static func allRows(
    _ table: TextTable, _ separator: Separator
  ) throws(DataError) -> ([[String]], [Int]) {
    try table.bytes.withUnsafeBufferPointer { bytes throws(DataError) in
      var scanner = RowScanner(table, bytes, separator)
      var rows: [[String]] = []
      var lines: [Int] = []
      while scanner.nextRow() {
        lines.append(scanner.line)
        rows.append(try scanner.row())
      }
      return (rows, lines)
    }
  }

  private static func column(
    _ column: TableOptions.Column, _ width: Int, _ names: [String]?, _ path: String
  ) throws(DataError) -> Int {
    // The key may be about the table of samples: a lone column is the label in any case.
    guard width > 1 else { return 0 }
    return try Header.index(of: column, width, names, path, key: "label")
  }

  private static func check(_ found: Int, _ count: Int, _ path: String) throws(DataError) {
    guard found != count else { return }
    throw DataError(
      DatasetErrorCodes.countsDiffer,
      "`\(path)` has \(NumberText.count(found)) labels for \(NumberText.count(count)) samples",
      hint: "each sample needs one label, in the same order",
      at: .file(path: path, line: nil, column: nil))
  }
}
