public import Catalogue

/// What is wrong with a data file, or with what was asked of the verb `data`.
public struct DataError: CodedError, Equatable {
  /// One of `DatasetErrorCodes`.
  public let code: ErrorCode
  /// What is wrong, in one plain sentence.
  public let message: String
  /// What to do about it.
  public let hint: String?
  /// The file's line and column, or the key.
  public let place: ErrorPlace

  /// An error of that code.
  public init(_ code: ErrorCode, _ message: String, hint: String? = nil, at place: ErrorPlace) {
    self.code = code
    self.message = message
    self.hint = hint
    self.place = place
  }

  /// A name that is not registered, with the nearest that is.
  static func unknown(
    _ sort: String, _ name: String, among names: [String], key: String?
  ) -> DataError {
    let hint =
      Spelling.nearest(to: name, among: names).map { "did you mean `\($0)`?" }
      ?? "there are \(names.map { "`\($0)`" }.joined(separator: ", "))"
    return DataError(
      DatasetErrorCodes.unknownName, "`\(name)` is not a \(sort)", hint: hint,
      at: key.map(ErrorPlace.key) ?? .subject)
  }
}
