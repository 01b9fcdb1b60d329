public import Catalogue

/// `format=uci`: numbers between blanks, with the labels in a file of their own.
public struct UCIFormat: DataFormat {
  /// The format, and which files it takes.
  public static let about = About(
    name: "uci", category: .format,
    summary: "reads numbers between blanks with the labels in a file of their own, as UCI Madelon",
    details: """
      The subject is the `.data` file of the training samples, or a folder that holds \
      `name_train.data`, `name_train.labels`, `name_valid.data` and `name_valid.labels`. The labels \
      of `x.data` are looked for in `x.labels` beside it, where `train_labels=` and `test_labels=` \
      do not name a file. Blanks at a row's ends do not count. Any file may be compressed (`.gz`).
      """,
    paper: "I. Guyon, Design of experiments of the NIPS 2003 variable selection benchmark, 2003",
    examples: [
      Example(
        "data \"madelon_train.data\" test=\"madelon_valid.data\" format=uci", "with labels beside")
    ])

  /// The format; it has no keys.
  public init(_ arguments: Arguments = Arguments()) {}

  /// A `.data` without commas that has its `.labels` beside it, or a folder `…_train.data`.
  public static func recognises(_ file: DataFile) -> Bool {
    switch file.content {
    case .folder(let names):
      trainName(names) != nil
    case .bytes(let bytes):
      PathText.replacingEnding(file.path, ".data", by: ".labels").flatMap(PathText.existing) != nil
        && !bytes.prefix(4096).contains { $0 == Byte.comma || $0 == Byte.semicolon }
    }
  }

  /// Reads samples and labels.
  /// - Throws: `DataError`: E0608 to E0613, with line and column.
  public func read(_ request: FileRequest) throws -> LabelledTables {
    var subject = request.subject
    var testPath = request.testPath
    if case .folder(let names) = subject.content {
      guard let train = Self.trainName(names) else {
        throw DataError(
          DatasetErrorCodes.missing, "the folder `\(subject.path)` has no file `…_train.data`",
          hint: "name the file of the training samples", at: .subject)
      }
      let folder = subject.path
      if testPath == nil, !request.splitsTest {
        testPath = names.first { $0.contains("_valid.data") }.map { PathText.join(folder, $0) }
      }
      subject = try DataFile(opening: PathText.join(folder, train), for: .subject)
    }
    var files: [String] = []
    let train = try table(
      subject, request.trainLabelsPath, request.options, nil, "train_labels", &files)
    var test: LabelledTable?
    if let testPath {
      let file = try DataFile(opening: testPath, for: .key("test"))
      test = try table(
        file, request.testLabelsPath, request.options, "test", "test_labels", &files)
    }
    return LabelledTables(train: train, test: test, origin: files.joined(separator: ", "))
  }

  private func table(
    _ file: DataFile, _ labelsPath: String?, _ options: TableOptions, _ key: String?,
    _ labelsKey: String, _ files: inout [String]
  ) throws -> LabelledTable {
    let beside = PathText.replacingEnding(file.path, ".data", by: ".labels")
    guard let path = labelsPath ?? beside.flatMap(PathText.existing) else {
      throw DataError(
        DatasetErrorCodes.noLabels, "no labels are given or found beside `\(file.path)`",
        hint: "name their file by `\(labelsKey)=`", at: key.map(ErrorPlace.key) ?? .subject)
    }
    var plain = options
    plain.separator = options.separator ?? .blanks
    plain.header = options.header ?? false
    return try TablePart(
      file: file, labelsPath: path, key: key, labelsKey: labelsKey, options: plain
    ).readText(&files).table
  }

  private static func trainName(_ names: [String]) -> String? {
    names.first { $0.hasSuffix("_train.data") || $0.hasSuffix("_train.data.gz") }
  }
}
