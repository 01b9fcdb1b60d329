internal import Catalogue

/// Reads a text table of numbers, with or without a column of labels.
struct TableReader {
  /// What a table holds.
  struct Result {
    var features: [Float] = []
    var width = 0
    /// The features' names, where the table has a header.
    var names: [String]?
    /// The labels, where a column holds them.
    var labels: [String] = []
    /// The line of each row.
    var lines: [Int] = []
  }

  private let table: TextTable
  private let options: TableOptions
  private let separator: Separator
  private let labelled: Bool
  private let key: String?

  /// A reader of a file. `labelled` says whether a column holds the labels; `key` is the key that
  /// named the file, nil for the subject.
  init(
    _ file: DataFile, _ options: TableOptions, labelled: Bool, key: String? = nil
  ) throws(DataError) {
    table = try TextTable(file, for: key.map(ErrorPlace.key) ?? .subject)
    self.options = options
    self.labelled = labelled
    self.key = key
    separator = options.separator ?? table.guessedSeparator()
  }

  /// Reads the whole table. O(bytes).
  /// - Throws: `DataError`: E0608 to E0611, E0617, E0618, with line and column.
  func read() throws(DataError) -> Result {
    try table.bytes.withUnsafeBufferPointer { bytes throws(DataError) in
      var scanner = RowScanner(table, bytes, separator)
      guard scanner.nextRow() else { throw noRows() }
      let start = scanner
      let firstLine = scanner.line
      let firstRow = try scanner.row()
      let header = try Header(firstRow, options, labelled: labelled, table.path, line: firstLine)
      var result = Result()
      result.width = header.columns.count { $0 == .feature }
      result.names = header.names
      // The first row was data: read it again as such.
      if header.names == nil { scanner = start }
      while scanner.nextRow() { try readRow(&scanner, header, &result) }
      guard !result.lines.isEmpty else { throw noRows() }
      return result
    }
  }

  @inline(__always)
  private func readRow(
    _ scanner: inout RowScanner, _ header: Header, _ result: inout Result
  ) throws(DataError) {
    let line = scanner.line
    let columns = header.columns.count
    result.lines.append(line)
    var column = 0
    while column < columns {
      switch header.columns[column] {
      case .feature:
        if let value = scanner.number() {
          result.features.append(Float(value))
        } else {
          result.features.append(try unusualNumber(&scanner, line, column, header))
        }
      case .label:
        let label = try scanner.text()
        guard !label.isEmpty else { throw notFinite("", line, column, header) }
        result.labels.append(label)
      case .dropped:
        _ = try scanner.text()
      }
      column += 1
      if !scanner.nextCell() { break }
      guard column < columns else {
        // Count what is left, so that the message can say how many there are.
        let found = try column + scanner.row().count
        throw ragged(found, line, header)
      }
    }
    guard column == columns else { throw ragged(column, line, header) }
  }

  /// The number in a cell that is not a plain finite one: quoted, missing, or no number at all.
  private func unusualNumber(
    _ scanner: inout RowScanner, _ line: Int, _ column: Int, _ header: Header
  ) throws(DataError) -> Float {
    let text = try scanner.text()
    let value = DecimalNumber.parse(whole: text)
    if let value, Float(value).isFinite { return Float(value) }
    // In a row of another length a value is likely to stand in the wrong column.
    var rest = scanner
    let found = column + 1 + (rest.nextCell() ? try rest.row().count : 0)
    guard found == header.columns.count else { throw ragged(found, line, header) }
    guard value == nil, !MissingValue.isOne(text) else {
      throw notFinite(text, line, column, header)
    }
    let drop = "leave the column out by `drop=[\(column + 1)]`"
    throw DataError(
      DatasetErrorCodes.notANumber,
      "line \(line), \(header.title(column)) holds the text `\(TextExcerpt.of(text))` where a number is needed",
      hint: header.names == nil && line == header.line
        ? "if the first row names the columns, say `header=true`; else \(drop)"
        : "\(drop), or make it the class by `label=\(column + 1)`",
      at: .file(path: table.path, line: line, column: column + 1))
  }

  private func notFinite(
    _ text: String, _ line: Int, _ column: Int, _ header: Header
  ) -> DataError {
    let what = text.isEmpty ? "is empty" : "is `\(TextExcerpt.of(text))`, not a finite number"
    return DataError(
      DatasetErrorCodes.notFinite, "line \(line), \(header.title(column)) \(what)",
      hint: "remove the row or fill the cell"
        + (header.columns[column] == .label
          ? "" : ", or leave the column out by `drop=[\(column + 1)]`"),
      at: .file(path: table.path, line: line, column: column + 1))
  }

  private func ragged(_ found: Int, _ line: Int, _ header: Header) -> DataError {
    DataError(
      DatasetErrorCodes.ragged,
      "line \(line) has \(NumberText.count(found)) values, the first row has "
        + NumberText.count(header.columns.count),
      hint: "every row needs as many values; `separator=` says what stands between them",
      at: .file(path: table.path, line: line, column: nil))
  }

  private func noRows() -> DataError {
    DataError(
      DatasetErrorCodes.empty, "`\(table.path)` has no row of data",
      hint: "if its only row is data and no header, say `header=false`",
      at: .file(path: table.path, line: nil, column: nil))
  }
}
