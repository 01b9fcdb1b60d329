public import Catalogue

/// `format=libsvm`: sparse rows of a label and pairs of an index and a value.
public struct LIBSVMFormat: DataFormat {
  /// The format, its keys, and which files it takes.
  public static let about = About(
    name: "libsvm", category: .format,
    summary:
      "reads sparse rows of a label and `index:value` pairs, as LIBSVM and SVMlight write them",
    details: """
      One row is one sample: its label, then an index and a value for every feature that is not 0, \
      the indices ascending. There are as many features as the highest index of the training and \
      test files says, unless `features=` says more. Indices count from 1, or from 0 if one is 0, \
      unless `base=` says so. `#` starts a comment; `qid:` pairs are passed over.
      """,
    paper: "C.-C. Chang, C.-J. Lin, LIBSVM: A library for support vector machines, 2011",
    parameters: [
      Parameter(
        "base", .either([.choice(["auto"]), .integer(.between(0, 1))]), default: .name("auto"),
        "the index of the first feature; `auto` takes 0 where that index occurs, else 1"),
      Parameter(
        "features", .either([.choice(["auto"]), .integer(.between(1, 1e9))]),
        default: .name("auto"), "the number of features; `auto` takes the highest index"),
    ],
    examples: [
      Example("data \"a9a\" test=\"a9a.t\" format=libsvm", "with a file to test on"),
      Example("data \"rows.svm\" format=libsvm(features=123)", "the last features may be all 0"),
    ])

  private let base: Int?
  private let features: Int?

  /// The format with these keys.
  public init(_ arguments: Arguments = Arguments(of: about)) {
    func number(_ name: String) -> Int? {
      if case .number(let value)? = arguments[name] { Int(exactly: value) } else { nil }
    }
    base = number("base")
    features = number("features")
  }

  /// A known ending, or a first row of a label and pairs.
  public static func recognises(_ file: DataFile) -> Bool {
    guard case .bytes(let bytes) = file.content else { return false }
    let known = [".libsvm", ".svm", ".svmlight"]
    if known.contains(where: file.name.lowercased().hasSuffix) { return true }
    let rows = bytes.prefix(4096).split(whereSeparator: Byte.isLineEnd)
    let row = rows.first { $0.first != UInt8(ascii: "#") } ?? []
    let words = row.split(whereSeparator: Byte.isBlank)
    guard words.count >= 2, !words[0].contains(UInt8(ascii: ":")) else { return false }
    let parts = words[1].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty
      && (parts[0].allSatisfy { $0 &- Byte.zero < 10 } || parts[0].elementsEqual("qid".utf8))
  }

  /// Reads the rows.
  /// - Throws: `DataError`: E0604, E0605, E0609, E0610, E0617, E0623 or E0626, with the line.
  public func read(_ request: FileRequest) throws -> LabelledTables {
    let train = try LIBSVMReader(request.subject, for: .subject).read()
    let testPart = try request.testPart()
    let test = try testPart.map { try LIBSVMReader($0.file, for: $0.place).read() }
    guard request.options.drop.isEmpty else {
      throw DataError(
        DatasetErrorCodes.badRequest, "`drop=` goes with columns, not with sparse rows",
        hint: "leave it out", at: .key("drop"))
    }
    let bounds = [train.rows.bounds, test?.rows.bounds].compactMap { $0 }
    let start = base ?? (bounds.contains { $0.lowerBound == 0 } ? 0 : 1)
    let width = try width(bounds, from: start, request.subject.path)
    var files: [String] = []
    let trainTable = try table(train, request.trainPart, width, start, &files)
    var testTable: LabelledTable?
    if let test, let testPart { testTable = try table(test, testPart, width, start, &files) }
    return LabelledTables(
      train: trainTable, test: testTable, origin: files.joined(separator: ", "))
  }

  /// The number of features, of which every index has one.
  private func width(
    _ bounds: [ClosedRange<Int>], from start: Int, _ path: String
  ) throws(DataError) -> Int {
    let lowest = bounds.map(\.lowerBound).min() ?? start
    let highest = bounds.map(\.upperBound).max() ?? start - 1
    guard lowest >= start else {
      throw DataError(
        DatasetErrorCodes.badRequest, "the index \(lowest) occurs, which is below `base=\(start)`",
        hint: "say `base=0`", at: .key("format"))
    }
    let found = highest - start + 1
    if let features {
      guard found <= features else {
        throw DataError(
          DatasetErrorCodes.badRequest,
          "the index \(highest) occurs, which is beyond `features=\(features)`",
          hint: "say `features=\(found)` or leave it out", at: .key("format"))
      }
      return features
    }
    guard found > 0 else {
      throw DataError(
        DatasetErrorCodes.noFeatures, "no row of `\(path)` has an entry",
        hint: "a row is a label and pairs such as `3:0.5`",
        at: .file(path: path, line: nil, column: nil))
    }
    return found
  }

  private func table(
    _ result: LIBSVMReader.Result, _ part: TablePart, _ width: Int, _ start: Int,
    _ files: inout [String]
  ) throws -> LabelledTable {
    files.append(part.file.path)
    let given = try part.givenLabels(result.labels.count, &files)
    return LabelledTable(
      features: try result.rows.dense(width: width, base: start), width: width,
      labels: given?.labels ?? result.labels,
      source: given?.source
        ?? LabelledTable.Source(path: part.file.path, lines: result.lines))
  }
}
