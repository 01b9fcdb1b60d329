public import Catalogue

/// `format=auto`: the first registered format that recognises the file reads it.
public struct AutomaticFormat: DataFormat {
  /// The format, and which files it takes.
  public static let about = About(
    name: "auto", category: .format,
    summary: "finds the format by the file's name and first bytes",
    examples: [Example("data \"table.csv\" format=auto")])

  /// The format; it has no keys.
  public init(_ arguments: Arguments = Arguments()) {}

  /// Never: it is what asks the others.
  public static func recognises(_ file: DataFile) -> Bool { false }

  /// Reads the file by the first format that recognises it.
  /// - Throws: `DataError`: E0621 where none does, or what that format throws.
  public func read(_ request: FileRequest) throws -> LabelledTables {
    guard let type = DataFormats.all.first(where: { $0.recognises(request.subject) }) else {
      throw refusal(of: request.subject)
    }
    let format: any DataFormat = try type.init(Arguments(of: type.about))
    return try format.read(request)
  }

  private func refusal(of file: DataFile) -> DataError {
    let names = DataFormats.all.map { $0.about.name }.filter { $0 != Self.about.name }
    let formats = names.map { "`\($0)`" }.joined(separator: ", ")
    if case .folder(let content) = file.content {
      return DataError(
        DatasetErrorCodes.notAFile, "`\(file.path)` is a folder without a data set that is known",
        hint: content.isEmpty ? "it is empty" : "name the file in it that holds the samples",
        at: .subject)
    }
    return DataError(
      DatasetErrorCodes.unknownFormat, "the format of `\(file.path)` is not known",
      hint: "the formats are \(formats)", at: .subject)
  }
}
