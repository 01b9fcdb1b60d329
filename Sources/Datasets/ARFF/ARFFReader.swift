internal import Catalogue

/// Reads an ARFF file: a header of declarations, then dense or sparse rows.
struct ARFFReader {
  /// What a file holds.
  struct Result {
    /// The declarations of the columns that became features.
    var declared: [ARFFAttribute] = []
    var features: [Float] = []
    var width = 0
    var labels: [String] = []
    var lines: [Int] = []
    /// The features' names.
    var names: [String] { declared.flatMap(\.features) }
  }

  private let table: TextTable
  private let options: TableOptions
  private let labelled: Bool

  /// A reader of one part of a data set.
  init(_ part: TablePart) throws(DataError) {
    table = try TextTable(part.file, for: part.place)
    options = part.options
    labelled = part.labelsPath == nil
  }

  /// Reads the whole file. O(bytes + samples · features).
  /// - Throws: `DataError`: E0604, E0605, E0608 to E0611, E0617, E0618, E0626 to E0628.
  func read() throws(DataError) -> Result {
    try table.bytes.withUnsafeBufferPointer { bytes throws(DataError) in
      var scanner = ARFFScanner(table, bytes)
      let attributes = try ARFFHeader(&scanner, table.path).attributes
      let columns = try columns(attributes)
      var rows = ARFFRows(table.path, columns)
      // Many declared values make a few bytes of a sparse row many features: refused beforehand.
      let lines = bytes[scanner.position...].count {
        $0 == Byte.newline || $0 == Byte.carriageReturn
      }
      guard MemoryLimit.holds(samples: lines, width: rows.width) else {
        throw DataFile.tooLarge(table.path, samples: lines, width: rows.width)
      }
      while scanner.nextContent() { try rows.read(&scanner) }
      guard !rows.lines.isEmpty else {
        throw DataError(
          DatasetErrorCodes.empty, "`\(table.path)` has no row after `@data`",
          hint: "the file may be truncated; fetch it again",
          at: .file(path: table.path, line: nil, column: nil))
      }
      return Result(
        declared: columns.filter { $0.role == .feature }.map(\.attribute),
        features: rows.features, width: rows.width, labels: rows.labels, lines: rows.lines)
    }
  }

  private func columns(_ attributes: [ARFFAttribute]) throws(DataError) -> [ARFFColumn] {
    let roles = try Header.roles(
      attributes.count, attributes.map(\.name), options, labelled, table.path, line: nil)
    var offset = 0
    var columns: [ARFFColumn] = []
    for (index, (attribute, role)) in zip(attributes, roles).enumerated() {
      let unusable = attribute.sort == .text || attribute.sort == .date
      if role == .feature, unusable {
        throw DataError(
          DatasetErrorCodes.notANumber,
          "the attribute `\(TextExcerpt.of(attribute.name))` holds texts or dates, not numbers",
          hint:
            "leave it out by `drop=[\(index + 1)]`, or make it the class by `label=\(index + 1)`",
          at: .file(path: table.path, line: nil, column: nil))
      }
      let column = ARFFColumn(attribute, role, offset: offset)
      offset += column.width
      columns.append(column)
    }
    return columns
  }
}
