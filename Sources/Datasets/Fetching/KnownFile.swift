/// One file of a known data set, as it is stored.
public struct KnownFile: Sendable, Equatable {
  /// Its name in the set's folder.
  public let name: String
  /// The SHA-256 of what is stored, in hexadecimal digits; nil where it is not known here.
  public let sha256: String?

  /// A file of that name.
  public init(_ name: String, sha256: String? = nil) {
    self.name = name
    self.sha256 = sha256
  }
}
