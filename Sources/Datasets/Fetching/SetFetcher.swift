internal import Catalogue
internal import Crypto

/// Fetches a known data set into a data directory.
public struct SetFetcher {
  /// What fetching tells, for people to follow it.
  public enum Event: Sendable, Equatable {
    /// A download starts.
    case downloading(address: String)
    /// A file is sound and will be stored: its name, bytes and SHA-256; whether that is the known one.
    case checked(file: String, bytes: Int, sha256: String, isKnown: Bool)
    /// All files are stored in this folder.
    case stored(folder: String)
  }

  private let set: KnownSet
  private let directory: String
  private let mirror: String?

  /// A fetcher of a set. `mirror` is an address or a folder that holds the files under their
  /// original names, to take them from there.
  public init(_ set: KnownSet, into directory: String, from mirror: String? = nil) {
    self.set = set
    self.directory = directory
    self.mirror = mirror
  }

  /// Downloads, unpacks and checks all files of the set, and only then moves them in place.
  ///
  /// What fails or is interrupted leaves the data directory as it was.
  /// - Throws: `DataError`: E0605, E0606, E0631 to E0634; `FetchInterrupted`.
  public func fetch(_ tell: (Event) -> Void = { _ in }) throws {
    let part = try PartFolder(for: set, in: directory)
    defer { part.remove() }
    for download in set.downloads {
      let address = try address(of: download)
      tell(.downloading(address: address))
      let path = PathText.join(part.path, "download")
      try Download.run(address, to: path)
      let bytes = try DataFile.raw(path, calling: address)
      for (file, content) in try contents(of: download, bytes, address) {
        let sum = HexText.of(SHA256.hash(data: content))
        try check(file, sum, address)
        try part.write(content, file.name)
        tell(
          .checked(
            file: file.name, bytes: content.count, sha256: sum, isKnown: file.sha256 != nil))
      }
    }
    let folder = PathText.join(directory, set.folder)
    for file in set.files { try part.move(file.name, into: folder) }
    tell(.stored(folder: folder))
  }

  /// The files that a download gives.
  private func contents(
    of download: KnownDownload, _ bytes: [UInt8], _ address: String
  ) throws -> [(KnownFile, [UInt8])] {
    guard download.isArchive else { return download.files.map { ($0, bytes) } }
    var found: [String: [UInt8]] = [:]
    do {
      try Self.unpack(bytes, Set(download.files.map(\.name)), into: &found, depth: 0)
    } catch let damage as ArchiveDamage {
      throw DataError(
        DatasetErrorCodes.notInArchive,
        "the archive from `\(address)` is damaged: \(damage.detail)",
        hint: "fetch it again", at: .subject)
    }
    return try download.files.map { file in
      guard let content = found[file.name] else {
        throw DataError(
          DatasetErrorCodes.notInArchive, "the archive from `\(address)` holds no `\(file.name)`",
          hint: "it may have changed at its origin; name a copy by `--from`", at: .subject)
      }
      return (file, content)
    }
  }

  /// Takes the wanted files out of an archive, wherever in it they are: in folders, in an archive
  /// within it, or as a `.Z` or `.gz`.
  private static func unpack(
    _ bytes: [UInt8], _ wanted: Set<String>, into found: inout [String: [UInt8]], depth: Int
  ) throws {
    try ZipArchive.forEachFile(in: bytes) {
      wanted.contains(PathText.plainName(of: $0)) || (depth == 0 && $0.hasSuffix(".zip"))
    } _: { path, content in
      if path.hasSuffix(".zip") {
        return try unpack(content, wanted, into: &found, depth: depth + 1)
      }
      // The first wins: macOS adds shadows of files behind them.
      let name = PathText.plainName(of: path)
      guard found[name] == nil else { return }
      found[name] = try DataFile.expanded(content, path, MemoryLimit.bytes)
    }
  }

  private func check(_ file: KnownFile, _ sum: String, _ address: String) throws(DataError) {
    guard let known = file.sha256, known != sum else { return }
    throw DataError(
      DatasetErrorCodes.checksum,
      "`\(file.name)` from `\(address)` is not the published file: its SHA-256 is \(sum), not \(known)",
      hint: "fetch it again, or from a copy by `--from`", at: .subject)
  }

  /// The address of a download, or its file's place in the mirror.
  private func address(of download: KnownDownload) throws(DataError) -> String {
    guard let mirror else { return download.address }
    if mirror.contains("://") { return PathText.join(mirror, download.fileName) }
    let folder = PathText.join(try DataFile.absolute(mirror), download.fileName)
    var address = "file://"
    for byte in folder.utf8 {
      // What an address may hold as it is; the rest by its code.
      let isPlain = byte > 32 && byte < 127 && !Array("%\"<>?#\\^`{|}".utf8).contains(byte)
      address +=
        isPlain ? String(UnicodeScalar(byte)) : "%" + HexText.of([byte]).uppercased()
    }
    return address
  }
}
