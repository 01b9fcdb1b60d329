internal import Catalogue

/// Gathers the rows of an ARFF file.
struct ARFFRows {
  /// The features of all rows so far.
  private(set) var features: [Float] = []
  /// The labels, where a column holds them.
  private(set) var labels: [String] = []
  /// The line of each row.
  private(set) var lines: [Int] = []
  /// The number of features of a row.
  let width: Int

  private let path: String
  private let columns: [ARFFColumn]
  /// The features of the row that is being read.
  private var row: [Float]

  /// No rows yet, of these columns.
  init(_ path: String, _ columns: [ARFFColumn]) {
    self.path = path
    self.columns = columns
    width = columns.reduce(0) { $0 + $1.width }
    row = []
  }

  /// Reads the row at the scanner, which then stands on the next line.
  /// - Throws: `DataError`: E0608 to E0611, E0626 or E0628, with line and column.
  mutating func read(_ scanner: inout ARFFScanner) throws(DataError) {
    row = [Float](repeating: 0, count: width)
    let line = scanner.line
    if scanner.take("{") {
      try readSparse(&scanner)
    } else {
      try readDense(&scanner)
    }
    scanner.skipBlanks()
    guard scanner.atLineEnd else {
      throw fault(
        DatasetErrorCodes.ragged, line,
        "line \(line) has `\(TextExcerpt.of(scanner.rest()))` after the last of "
          + "\(NumberText.count(columns.count)) values",
        hint: "every row needs as many values as attributes are declared; weights are not read")
    }
    scanner.nextLine()
    features.append(contentsOf: row)
    lines.append(line)
  }

  private mutating func readDense(_ scanner: inout ARFFScanner) throws(DataError) {
    for index in columns.indices {
      scanner.skipBlanks()
      guard !scanner.atLineEnd else {
        throw fault(
          DatasetErrorCodes.ragged, scanner.line,
          "line \(scanner.line) has \(NumberText.count(index)) values for "
            + "\(NumberText.count(columns.count)) attributes",
          hint: "every row needs as many values as attributes are declared")
      }
      try readValue(index, &scanner)
      // A comma at the end announces a value; blanks alone may part values too.
      if index + 1 < columns.count { _ = scanner.take(",") }
    }
  }

  private mutating func readSparse(_ scanner: inout ARFFScanner) throws(DataError) {
    let line = scanner.line
    var next = 0
    while !scanner.take("}") {
      guard let number = scanner.number(), let index = Int(exactly: number) else {
        throw fault(
          DatasetErrorCodes.badEntry, line,
          "line \(line) has `\(TextExcerpt.of(scanner.rest()))` where an index and a value are due")
      }
      guard index >= next, index < columns.count else {
        throw fault(
          DatasetErrorCodes.badEntry, line,
          "line \(line) has the index \(index), "
            + (index < next
              ? "which does not ascend" : "and attributes count from 0 to \(columns.count - 1)"))
      }
      try enterDefaults(next..<index, line)
      scanner.skipBlanks()
      try readValue(index, &scanner)
      next = index + 1
      if !scanner.take(","), scanner.atLineEnd {
        throw fault(
          DatasetErrorCodes.badEntry, line, "line \(line) opens a brace that it does not close")
      }
    }
    try enterDefaults(next..<columns.count, line)
  }

  /// What a sparse row leaves out: 0, or the first value of a nominal column.
  private mutating func enterDefaults(_ range: Range<Int>, _ line: Int) throws(DataError) {
    for index in range {
      let column = columns[index]
      switch (column.role, column.attribute.sort) {
      case (.feature, .nominal): enter(0, column)
      case (.label, .nominal(let values)): labels.append(values[0])
      case (.label, .number): labels.append("0")
      case (.label, _): throw missing("", index, line)
      case (.feature, _), (.dropped, _): break
      }
    }
  }

  private mutating func readValue(
    _ index: Int, _ scanner: inout ARFFScanner
  ) throws(DataError) {
    let column = columns[index]
    if column.role == .feature, column.indices == nil, let value = scanner.number(),
      Float(value).isFinite
    {
      row[column.offset] = Float(value)
      return
    }
    let line = scanner.line
    let word = try scanner.word()
    guard column.role != .dropped else { return }
    guard word.isQuoted || (word.text != "?" && !word.text.isEmpty) else {
      throw missing(word.text, index, line)
    }
    if let indices = column.indices {
      guard let position = indices[word.text] else { throw undeclared(word.text, index, line) }
      if column.role == .feature {
        enter(position, column)
      } else {
        labels.append(word.text)
      }
    } else if column.role == .label {
      guard !word.text.isEmpty else { throw missing(word.text, index, line) }
      labels.append(word.text)
    } else {
      row[column.offset] = try number(word.text, index, line)
    }
  }

  private mutating func enter(_ value: Int, _ column: ARFFColumn) {
    row.withUnsafeMutableBufferPointer { column.enter(value, into: $0) }
  }

  /// A number in quotes; anything else is refused.
  private func number(_ text: String, _ index: Int, _ line: Int) throws(DataError) -> Float {
    let value = DecimalNumber.parse(whole: text)
    if let value, Float(value).isFinite { return Float(value) }
    guard value == nil, !MissingValue.isOne(text) else { throw missing(text, index, line) }
    throw fault(
      DatasetErrorCodes.notANumber, line, column: index + 1,
      "line \(line), \(title(index)) holds the text `\(TextExcerpt.of(text))` where a number is needed",
      hint: "leave the column out by `drop=[\(index + 1)]`, or declare its values in braces")
  }

  private func title(_ index: Int) -> String {
    "column \(index + 1) (`\(TextExcerpt.of(columns[index].attribute.name))`)"
  }

  private func missing(_ text: String, _ index: Int, _ line: Int) -> DataError {
    fault(
      DatasetErrorCodes.notFinite, line, column: index + 1,
      "line \(line), \(title(index)) is "
        + (text == "?" || text.isEmpty
          ? "missing" : "`\(TextExcerpt.of(text))`, not a finite number"),
      hint: "remove the row or fill in the value"
        + (columns[index].role == .label
          ? "" : ", or leave the column out by `drop=[\(index + 1)]`"))
  }

  private func undeclared(_ text: String, _ index: Int, _ line: Int) -> DataError {
    var values: [String] = []
    if case .nominal(let declared) = columns[index].attribute.sort { values = declared }
    let near = Spelling.nearest(to: text, among: values)
    return fault(
      DatasetErrorCodes.undeclared, line, column: index + 1,
      "line \(line), \(title(index)) holds `\(TextExcerpt.of(text))`, which is not declared",
      hint: near.map { "did you mean `\(TextExcerpt.of($0))`?" }
        ?? "it may hold \(TextExcerpt.list(values))")
  }

  private func fault(
    _ code: ErrorCode, _ line: Int, column: Int? = nil, _ message: String, hint: String? = nil
  ) -> DataError {
    DataError(
      code, message,
      hint: hint ?? "a sparse row is `{index value, index value}`, indices ascending from 0",
      at: .file(path: path, line: line, column: column))
  }
}
