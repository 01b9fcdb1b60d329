internal import Catalogue

/// The bytes of a text file, checked and ready to scan: no byte order mark, a line end at the end.
struct TextTable: Sendable {
  /// The file they are from.
  let path: String
  /// The bytes; the last one is a line end, so that no scan needs to look for the end.
  let bytes: [UInt8]
  /// Where the text starts: 3 after a byte order mark, else 0.
  let start: Int

  /// The text in a file.
  /// - Throws: `DataError`: E0602, E0604, or E0607 where the bytes are no text in UTF-8.
  init(_ file: DataFile, for place: ErrorPlace) throws(DataError) {
    var bytes = try file.bytes(for: place)
    path = file.path
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    try Self.check(bytes, file.path)
    if bytes.last != Byte.newline { bytes.append(Byte.newline) }
    guard bytes[start...].contains(where: { !Byte.isBlank($0) && !Byte.isLineEnd($0) }) else {
      throw DataError(
        DatasetErrorCodes.empty, "`\(file.path)` holds nothing but blanks",
        hint: "fetch or write the file again",
        at: .file(path: file.path, line: nil, column: nil))
    }
    self.bytes = bytes
  }

  /// The separator that the first row with content seems to use.
  func guessedSeparator() -> Separator {
    let row = bytes[start...].drop { Byte.isLineEnd($0) || Byte.isBlank($0) }
    return Separator.guess(fromRow: row.prefix { !Byte.isLineEnd($0) })
  }

  /// Refuses UTF-16 and binary files by their first bytes.
  private static func check(_ bytes: [UInt8], _ path: String) throws(DataError) {
    let place = ErrorPlace.file(path: path, line: nil, column: nil)
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw DataError(
        DatasetErrorCodes.notText, "`\(path)` is UTF-16 text",
        hint: "save it as UTF-8, for example with `iconv -f UTF-16 -t UTF-8`", at: place)
    }
    let control = bytes.prefix(4096).contains {
      $0 < 9 || (14..<27).contains($0) || (28..<32).contains($0) || $0 == 127
    }
    if control {
      throw DataError(
        DatasetErrorCodes.notText, "`\(path)` is not a text file",
        hint: "name its format by `format=`, if it is one of the registered", at: place)
    }
  }
}
