public import Catalogue

/// A file format that `data "file"` reads.
public protocol DataFormat: Buildable {
  /// Whether the file looks like this format, by its name and first bytes. Reads nothing more.
  static func recognises(_ file: DataFile) -> Bool

  /// Reads the samples and their labels.
  /// - Throws: `DataError`, with the file, line and column.
  func read(_ request: FileRequest) throws -> LabelledTables
}

/// The files of one data set, and how to take them.
public struct FileRequest: Sendable {
  /// The file with the training samples, or a folder.
  public var subject: DataFile
  /// The path of the file with the test samples, if any.
  public var testPath: String?
  /// The path of the file with the labels of the training samples, if given.
  public var trainLabelsPath: String?
  /// The path of the file with the labels of the test samples, if given.
  public var testLabelsPath: String?
  /// Whether a share of the samples was asked for as test set, even where the files hold one.
  public var splitsTest = false
  /// How to take the rows and columns of a text.
  public var options: TableOptions

  /// A request for the samples of `subject`.
  public init(
    subject: DataFile, testPath: String? = nil, trainLabelsPath: String? = nil,
    testLabelsPath: String? = nil, options: TableOptions = TableOptions()
  ) {
    self.subject = subject
    self.testPath = testPath
    self.trainLabelsPath = trainLabelsPath
    self.testLabelsPath = testLabelsPath
    self.options = options
  }
}

/// All file formats.
public enum DataFormats {
  /// Every registered format; `auto` first, then in the order in which it asks them.
  public static let all: [any DataFormat.Type] = [
    AutomaticFormat.self, IDXFormat.self, NPYFormat.self, NPZFormat.self, MATFormat.self,
    ARFFFormat.self, UCIFormat.self, LIBSVMFormat.self, CSVFormat.self,
  ]

  /// Builds the format that `call` names.
  /// - Throws: `DataError` (E0625) for a name that is not registered.
  public static func build(_ call: Call) throws -> any DataFormat {
    guard let type = all.first(where: { $0.about.name == call.name }) else {
      throw DataError.unknown("format", call.name, among: all.map { $0.about.name }, key: "format")
    }
    return try type.init(call.arguments.completed(by: type.about.parameters))
  }
}
