public import Catalogue

/// `format=arff`: Weka's tables with declared columns.
public struct ARFFFormat: DataFormat {
  /// The format, and which files it takes.
  public static let about = About(
    name: "arff", category: .format,
    summary: "reads Weka's tables of declared columns, with dense or sparse rows",
    details: """
      Columns declared `numeric`, `real` or `integer` are features. A nominal column of two values \
      becomes one feature, 1 for the second value; one of several values a feature each, 1 for the \
      sample's own. Columns declared `string` or `date` must be left out by `drop=`, or be the \
      label. `label=` is `last`, `first`, a column's number from 1, or its name. Values may be \
      quoted; `%` starts a comment; a missing value `?` is refused with its place. In sparse rows, \
      `{index value, …}` with indices from 0, what is left out is 0 or the first declared value. \
      The test file must declare the same columns.
      """,
    paper:
      "I. Witten, E. Frank, M. Hall, C. Pal, Data Mining: Practical Machine Learning Tools and Techniques",
    examples: [
      Example("data \"iris.arff\" label=\"class\" test=30%", "a label by name"),
      Example("data \"train.arff\" test=\"test.arff\" drop=[\"id\"]", "a file to test on"),
    ])

  /// The format; it has no keys.
  public init(_ arguments: Arguments = Arguments()) {}

  /// A file `….arff`, or a text whose first declaration is `@relation`.
  public static func recognises(_ file: DataFile) -> Bool {
    guard case .bytes(let bytes) = file.content else { return false }
    if file.name.lowercased().hasSuffix(".arff") { return true }
    let lines = bytes.prefix(4096).split(whereSeparator: Byte.isLineEnd)
    let first = lines.lazy.map { $0.drop(while: Byte.isBlank) }
      .first { !$0.isEmpty && $0.first != UInt8(ascii: "%") }
    return first.map { String(decoding: $0.prefix(9), as: UTF8.self).lowercased() } == "@relation"
  }

  /// Reads header and rows.
  /// - Throws: `DataError`: E0604, E0605, E0608 to E0611, E0616 to E0618, E0626 to E0628, with
  ///   line and column.
  public func read(_ request: FileRequest) throws -> LabelledTables {
    var files: [String] = []
    let (train, declared) = try table(request.trainPart, &files)
    var test: LabelledTable?
    if let part = try request.testPart() {
      let (table, own) = try self.table(part, &files)
      try Self.compare(declared, own, part.file.path)
      test = table
    }
    return LabelledTables(
      train: train, test: test, featureNames: declared.flatMap(\.features),
      origin: files.joined(separator: ", "))
  }

  private func table(
    _ part: TablePart, _ files: inout [String]
  ) throws -> (LabelledTable, [ARFFAttribute]) {
    let content = try ARFFReader(part).read()
    files.append(part.file.path)
    let given = try part.givenLabels(content.lines.count, &files)
    let table = LabelledTable(
      features: content.features, width: content.width, labels: given?.labels ?? content.labels,
      source: given?.source ?? LabelledTable.Source(path: part.file.path, lines: content.lines))
    return (table, content.declared)
  }

  /// Refuses a test file whose columns are not those of the training file.
  private static func compare(
    _ train: [ARFFAttribute], _ test: [ARFFAttribute], _ path: String
  ) throws(DataError) {
    guard train != test else { return }
    let different = zip(train, test).first { $0 != $1 }
    let what =
      different.map { "declares `\(TextExcerpt.of($1.name))` otherwise than the training file" }
      ?? "declares \(test.count) features, the training file \(train.count)"
    throw DataError(
      DatasetErrorCodes.widthsDiffer, "`\(path)` \(what)",
      hint: "both files need the same attributes in the same order", at: .key("test"))
  }
}
