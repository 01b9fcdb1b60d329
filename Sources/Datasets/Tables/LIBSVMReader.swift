internal import Catalogue

/// Reads the rows of a LIBSVM file: a label, then pairs of an index and a value.
struct LIBSVMReader {
  /// What a file holds.
  struct Result {
    var rows: SparseRows
    var labels: [String] = []
    var lines: [Int] = []
  }

  private static let hash = UInt8(ascii: "#")
  private static let colon = UInt8(ascii: ":")

  private let table: TextTable

  /// A reader of a file; `place` is what to blame where it cannot be used.
  init(_ file: DataFile, for place: ErrorPlace) throws(DataError) {
    table = try TextTable(file, for: place)
  }

  /// Reads the whole file. O(bytes).
  /// - Throws: `DataError`: E0604 without rows; E0609, E0610 or E0626 with line and column.
  func read() throws(DataError) -> Result {
    try table.bytes.withUnsafeBufferPointer { bytes throws(DataError) in
      var result = Result(rows: SparseRows(path: table.path))
      var position = table.start
      var line = 1
      while position < bytes.count {
        try readLine(bytes, &position, line, &result)
        line += 1
      }
      guard !result.labels.isEmpty else {
        throw DataError(
          DatasetErrorCodes.empty, "`\(table.path)` has no row of data",
          hint: "a row is a label and pairs such as `3:0.5`",
          at: .file(path: table.path, line: nil, column: nil))
      }
      return result
    }
  }

  /// Reads one line, whether it holds a row or not, and steps over its end.
  private func readLine(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ line: Int, _ result: inout Result
  ) throws(DataError) {
    skipBlanks(bytes, &position)
    if !endsRow(bytes[position]) {
      result.labels.append(try label(bytes, &position, line))
      result.lines.append(line)
      var last = -1
      while true {
        skipBlanks(bytes, &position)
        if endsRow(bytes[position]) { break }
        try readEntry(bytes, &position, line, &last, &result.rows)
      }
      result.rows.endRow()
    }
    while !Byte.isLineEnd(bytes[position]) { position += 1 }
    if bytes[position] == Byte.carriageReturn, position + 1 < bytes.count,
      bytes[position + 1] == Byte.newline
    {
      position += 1
    }
    position += 1
  }

  private func label(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ line: Int
  ) throws(DataError) -> String {
    let text = word(bytes, position)
    guard !text.contains(":") else {
      throw fault(line, "starts with `\(TextExcerpt.of(text))`, not with a label")
    }
    guard !text.contains(",") else {
      throw fault(
        line, "has several labels, `\(TextExcerpt.of(text))`",
        hint: "a sample belongs to one class here")
    }
    guard !MissingValue.isOne(text) else {
      throw DataError(
        DatasetErrorCodes.notFinite, "line \(line) has the label `\(TextExcerpt.of(text))`",
        hint: "give the sample a class, or remove the row",
        at: .file(path: table.path, line: line, column: 1))
    }
    position = wordEnd(bytes, position)
    return text
  }

  /// Reads `index:value`; `last` is the index before, to see that they ascend.
  private func readEntry(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ line: Int, _ last: inout Int,
    _ rows: inout SparseRows
  ) throws(DataError) {
    var next = position
    var index = 0
    while case let digit = bytes[next] &- Byte.zero, digit < 10 {
      // More positions than any memory holds: where it stops counting does not matter.
      index = min(index * 10 + Int(digit), Int(Int32.max))
      next += 1
    }
    guard next > position, bytes[next] == Self.colon else {
      let text = word(bytes, position)
      // Ranking data name the query a row belongs to; it is no feature.
      if text.hasPrefix("qid:") {
        position = wordEnd(bytes, position)
        return
      }
      throw fault(line, "has `\(TextExcerpt.of(text))` where an index and a value are due")
    }
    guard index > last else {
      throw fault(
        line,
        index == last ? "has the index \(index) twice" : "has the index \(index) after \(last)",
        hint: "indices must ascend in a row")
    }
    let start = next + 1
    next = start
    let value = DecimalNumber.parse(bytes, at: &next)
    guard let value, Float(value).isFinite, Byte.isBlank(bytes[next]) || endsRow(bytes[next]) else {
      throw badValue(word(bytes, start), index, line, column: start - lineStart(bytes, start) + 1)
    }
    rows.add(index, Float(value))
    last = index
    position = next
  }

  private func badValue(_ text: String, _ index: Int, _ line: Int, column: Int) -> DataError {
    let missing = MissingValue.isOne(text) || DecimalNumber.parse(whole: text) != nil
    return DataError(
      missing ? DatasetErrorCodes.notFinite : DatasetErrorCodes.notANumber,
      "line \(line), index \(index) "
        + (text.isEmpty
          ? "has no value"
          : "holds `\(TextExcerpt.of(text))`, not a \(missing ? "finite " : "")number"),
      hint: "remove the row or fill in the value",
      at: .file(path: table.path, line: line, column: column))
  }

  private func fault(_ line: Int, _ what: String, hint: String? = nil) -> DataError {
    DataError(
      DatasetErrorCodes.badEntry, "line \(line) \(what)",
      hint: hint ?? "a row is a label and pairs such as `3:0.5`, between blanks",
      at: .file(path: table.path, line: line, column: nil))
  }

  /// The text from a position up to a blank or the row's end.
  private func word(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> String {
    String(decoding: bytes[position..<wordEnd(bytes, position)], as: UTF8.self)
  }

  private func wordEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int {
    var end = position
    while !Byte.isBlank(bytes[end]), !endsRow(bytes[end]) { end += 1 }
    return end
  }

  private func lineStart(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int {
    var start = position
    while start > table.start, !Byte.isLineEnd(bytes[start - 1]) { start -= 1 }
    return start
  }

  private func skipBlanks(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) {
    while Byte.isBlank(bytes[position]) { position += 1 }
  }

  private func endsRow(_ byte: UInt8) -> Bool { Byte.isLineEnd(byte) || byte == Self.hash }
}
