/// One address of a known data set, and the files that come from it.
public struct KnownDownload: Sendable, Equatable {
  /// Where it was published.
  public let address: String
  /// The files to store: the downloaded one itself, or those taken out of the archive that it is.
  public let files: [KnownFile]

  /// A download from an address.
  public init(_ address: String, _ files: [KnownFile]) {
    self.address = address
    self.files = files
  }

  /// The address's last part, which is the name of the file that comes.
  public var fileName: String { PathText.last(of: address) }

  /// Whether what comes is an archive to take the files out of.
  public var isArchive: Bool { fileName.hasSuffix(".zip") }
}
