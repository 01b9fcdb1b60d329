public import Catalogue

/// `format=csv`: a text table with a label in each row.
public struct CSVFormat: DataFormat {
  /// The format, and which files it takes.
  public static let about = About(
    name: "csv", category: .format,
    summary: "reads a text table: values between commas, semicolons, tabs or blanks",
    details: """
      One row is one sample. The separator is found in the first row (a tab, else a semicolon, \
      else a comma, else blanks), unless `separator=` says it. The first row names the columns if \
      most of its features are no numbers, or if `label=` or `drop=` name a column, unless \
      `header=` says so or not. `label=` is `last`, `first`, a column's number from 1, or its name \
      in quotes; labels are numbers or texts. All other columns must hold finite numbers; `drop=` \
      leaves columns out. Cells may be quoted; lines end in LF, CR LF or CR. With `train_labels=` \
      and `test_labels=` the labels are read from files of their own, a row a sample.
      """,
    examples: [
      Example("data \"iris.csv\" label=\"species\" test=30%", "a label by name"),
      Example("data \"train.tsv\" test=\"test.tsv\" label=first drop=[2]", "a file to test on"),
    ])

  /// The format; it has no keys.
  public init(_ arguments: Arguments = Arguments()) {}

  /// Any file whose name or first bytes are those of a text.
  public static func recognises(_ file: DataFile) -> Bool {
    guard case .bytes(let bytes) = file.content else { return false }
    let known = [".csv", ".tsv", ".txt", ".data", ".dat", ".tab", ".test", ".train"]
    return known.contains { file.name.lowercased().hasSuffix($0) }
      || !bytes.prefix(4096).contains { $0 < 9 }
  }

  /// Reads the rows.
  /// - Throws: `DataError`: E0607 to E0618, with line and column.
  public func read(_ request: FileRequest) throws -> LabelledTables {
    var files: [String] = []
    let (train, names) = try request.trainPart.readText(&files)
    let test = try request.testPart()?.readText(&files).table
    return LabelledTables(
      train: train, test: test, featureNames: names, origin: files.joined(separator: ", "))
  }
}
