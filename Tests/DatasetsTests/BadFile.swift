import Catalogue
import Datasets
import Testing

/// One file that must be refused.
struct BadFile: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]
  let keys: [String: Argument]
  let code: ErrorCode
  let line: Int?
  let column: Int?
  /// Set where the error is about a key and not about the file.
  let key: String?

  init(
    _ name: String, _ text: String, _ code: ErrorCode, keys: [String: Argument] = [:],
    line: Int? = nil, column: Int? = nil, key: String? = nil
  ) {
    self.init(
      name, bytes: Array(text.utf8), code, keys: keys, line: line, column: column, key: key)
  }

  init(
    _ name: String, bytes: [UInt8], _ code: ErrorCode, keys: [String: Argument] = [:],
    line: Int? = nil, column: Int? = nil, key: String? = nil
  ) {
    testDescription = name
    self.bytes = bytes
    self.keys = keys
    self.code = code
    self.line = line
    self.column = column
    self.key = key
  }
}

extension BadFile {
  static let all = files + rows + requests

  private static let files: [BadFile] = [
    BadFile("empty", "", DatasetErrorCodes.empty),
    BadFile("blanks alone", " \n\t\n\r\n", DatasetErrorCodes.empty),
    BadFile("a header alone", "width,height,kind\n", DatasetErrorCodes.empty),
    BadFile("a byte order mark alone", "\u{FEFF}", DatasetErrorCodes.empty),
    BadFile(
      "binary", bytes: [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0], DatasetErrorCodes.notText,
      keys: ["format": .call(Call("csv"))]),
    BadFile(
      "an image by no format", bytes: [0x89, 0x50, 0x4E, 0x47, 1, 2, 3],
      DatasetErrorCodes.unknownFormat, key: ""),
    BadFile("UTF-16", bytes: [0xFF, 0xFE, 0x31, 0, 0x2C, 0, 0x61, 0], DatasetErrorCodes.notText),
    BadFile(
      "UTF-16, big-endian", bytes: [0xFE, 0xFF, 0, 0x31, 0, 0x2C], DatasetErrorCodes.notText),
  ]

  private static let rows: [BadFile] = [
    BadFile("a row too short", "1,2,a\n3,b\n", DatasetErrorCodes.ragged, line: 2),
    BadFile("a row too long", "1,2,a\n\n3,4,b,5\n", DatasetErrorCodes.ragged, line: 3),
    BadFile("a separator too many", "1,2,a\n3,4,b,\n", DatasetErrorCodes.ragged, line: 2),
    BadFile(
      "a text among numbers", "1,2,a\n3,four,b\n", DatasetErrorCodes.notANumber, line: 2, column: 2),
    BadFile("a hexadecimal", "1,2,a\n0x10,4,b\n", DatasetErrorCodes.notANumber, line: 2, column: 1),
    BadFile(
      "a decimal comma", "1;2;a\n3,5;4;b\n", DatasetErrorCodes.notANumber, line: 2, column: 1),
    BadFile("two points", "1,2,a\n1.2.3,4,b\n", DatasetErrorCodes.notANumber, line: 2, column: 1),
    BadFile(
      "a quoted text", "1,2,a\n\"x\ny\",4,b\n", DatasetErrorCodes.notANumber, line: 2, column: 1),
    BadFile("NaN", "1,2,a\n3,NaN,b\n", DatasetErrorCodes.notFinite, line: 2, column: 2),
    BadFile("infinity", "1,2,a\n-inf,3,b\n", DatasetErrorCodes.notFinite, line: 2, column: 1),
    BadFile("beyond floats", "1,2,a\n1e39,3,b\n", DatasetErrorCodes.notFinite, line: 2, column: 1),
    BadFile(
      "beyond doubles", "1,2,a\n3,1e999,b\n", DatasetErrorCodes.notFinite, line: 2, column: 2),
    BadFile("an empty cell", "1,2,a\n3,,b\n", DatasetErrorCodes.notFinite, line: 2, column: 2),
    BadFile("a question mark", "1,2,a\n?,4,b\n", DatasetErrorCodes.notFinite, line: 2, column: 1),
    BadFile("an empty label", "1,2,a\n3,4,\n", DatasetErrorCodes.notFinite, line: 2, column: 3),
    BadFile(
      "a quote never closed", "1,2,a\n3,\"4,b\n5,6,a\n", DatasetErrorCodes.openQuote, line: 2),
    BadFile("a quote at the very end", "1,2,a\n3,4,\"", DatasetErrorCodes.openQuote, line: 2),
    BadFile("one class", "1,a\n2,a\n3,a\n", DatasetErrorCodes.classes),
    BadFile("a class for each sample", measurements, DatasetErrorCodes.classes),
  ]

  private static let requests: [BadFile] = [
    BadFile("one column", "1\n2\n", DatasetErrorCodes.noFeatures, line: 1),
    BadFile(
      "the wrong separator", "1,2,a\n3,4,b\n", DatasetErrorCodes.noFeatures,
      keys: ["separator": .name("tab")], line: 1),
    BadFile(
      "all dropped", "1,2,a\n3,4,b\n", DatasetErrorCodes.noFeatures, keys: ["drop": .list([1, 2])],
      key: "drop"),
    BadFile(
      "a label column too far", "1,2,a\n3,4,b\n", DatasetErrorCodes.noColumn, keys: ["label": 4],
      key: "label"),
    BadFile(
      "an unknown label", "x,y,kind\n3,4,b\n", DatasetErrorCodes.noColumn,
      keys: ["label": .text("knid")], key: "label"),
    BadFile(
      "a label by name without header", "1,2,a\n3,4,b\n", DatasetErrorCodes.noColumn,
      keys: ["label": .text("a"), "header": false], key: "label"),
    BadFile(
      "an unknown drop", "x,y,kind\n3,4,b\n", DatasetErrorCodes.noColumn,
      keys: ["drop": .list([.text("z")])], key: "drop"),
    BadFile(
      "a drop too far", "1,2,a\n3,4,b\n", DatasetErrorCodes.noColumn, keys: ["drop": .list([9])],
      key: "drop"),
    BadFile(
      "the label dropped", "1,2,a\n3,4,b\n", DatasetErrorCodes.badRequest,
      keys: ["drop": .list([3])], key: "drop"),
    BadFile(
      "a separator of two characters", "1,2,a\n", DatasetErrorCodes.badRequest,
      keys: ["separator": .text("ab")], key: "separator"),
    BadFile(
      "a digit as separator", "1,2,a\n", DatasetErrorCodes.badRequest,
      keys: ["separator": .text("1")], key: "separator"),
    BadFile(
      "no separator", "1,2,a\n", DatasetErrorCodes.badRequest, keys: ["separator": .text("")],
      key: "separator"),
    BadFile(
      "labels for a share", "1,2,a\n", DatasetErrorCodes.badRequest,
      keys: ["test": 0.2, "test_labels": "x"], key: "test_labels"),
    BadFile(
      "an unknown format", "1,2,a\n", DatasetErrorCodes.unknownName,
      keys: ["format": .call(Call("csw"))], key: "format"),
    BadFile(
      "an unknown scaling", "1,2,a\n3,4,b\n", DatasetErrorCodes.unknownName,
      keys: ["scale": .call(Call("standart"))], key: "scale"),
    BadFile("no IDX", "1,2,a\n", DatasetErrorCodes.badMagic, keys: ["format": .call(Call("idx"))]),
  ]

  private static let measurements = (0..<40).map { "1,\($0).5\n" }.joined()
}
