public import Catalogue

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file in memory, decompressed if it was a `.gz` or `.Z`, or a folder's list of names.
public struct DataFile: Sendable {
  /// What a path leads to.
  public enum Content: Sendable, Equatable {
    /// A file's bytes.
    case bytes([UInt8])
    /// The names in a folder, ascending.
    case folder([String])
  }

  /// The path by which it was opened.
  public let path: String
  /// Its bytes or names.
  public let content: Content

  /// A file that is already in memory.
  public init(path: String, content: Content) {
    self.path = path
    self.content = content
  }

  /// Reads the file or folder at `path`. `place` is what to blame if it cannot be read.
  /// - Throws: `DataError`: E0601 to E0606. Nothing larger than `limit` is taken into memory.
  public init(
    opening path: String, for place: ErrorPlace, limit: Int = MemoryLimit.bytes
  ) throws(DataError) {
    self.path = path
    switch try Self.stored(path, calling: path, for: place, limit) {
    case .folder(let names): content = .folder(names)
    case .bytes(let bytes): content = .bytes(try Self.expanded(bytes, path, limit))
    }
  }

  /// What is at a path, not decompressed. Errors call it `name`.
  private static func stored(
    _ path: String, calling name: String, for place: ErrorPlace, _ limit: Int
  ) throws(DataError) -> Content {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw refusal(name, errno, place) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw refusal(name, errno, place) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder(try names(in: path, place))
    case S_IFREG:
      let size = Int(status.st_size)
      guard size <= limit else { throw tooLarge(name, limit) }
      return .bytes(try bytes(descriptor, expecting: size, name, place))
    default:
      throw DataError(
        DatasetErrorCodes.notAFile, "`\(name)` is neither a file nor a folder",
        hint: "copy its content to a file", at: place)
    }
  }

  /// What bytes hold: decompressed if they are gzip's or those of Unix `compress`.
  /// - Throws: `DataError`: E0605 beyond `limit` bytes, E0606 for damaged data.
  static func expanded(
    _ bytes: [UInt8], _ path: String, _ limit: Int
  ) throws(DataError) -> [UInt8] {
    if Gzip.isCompressed(bytes) { return try Gzip.inflate(bytes, path, limit) }
    if UnixCompress.isCompressed(bytes) { return try UnixCompress.expand(bytes, path, limit) }
    return bytes
  }

  /// The bytes of a file.
  /// - Throws: `DataError`: E0602 for a folder, E0604 for a file without bytes.
  public func bytes(for place: ErrorPlace) throws(DataError) -> [UInt8] {
    guard case .bytes(let bytes) = content else {
      throw DataError(
        DatasetErrorCodes.notAFile, "`\(path)` is a folder, not a file",
        hint: "name the file in it that holds the samples", at: place)
    }
    guard !bytes.isEmpty else {
      throw DataError(
        DatasetErrorCodes.empty, "`\(path)` is empty",
        hint: "fetch or write the file again",
        at: .file(path: path, line: nil, column: nil))
    }
    return bytes
  }

  /// The file's name without folders and without `.gz` or `.Z`.
  public var name: String { PathText.plainName(of: path) }

  /// Whether something is at `path` that is not a folder.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
  }

  /// The bytes of a file as they are, not decompressed. Errors call it by another name.
  /// - Throws: `DataError`: E0601 to E0605.
  static func raw(_ path: String, calling name: String) throws(DataError) -> [UInt8] {
    let content = try stored(path, calling: name, for: .subject, MemoryLimit.bytes)
    guard case .bytes(let bytes) = content else {
      throw DataError(
        DatasetErrorCodes.notAFile, "`\(name)` is a folder, not a file",
        hint: "name a file", at: .subject)
    }
    return bytes
  }

  /// The path of a folder from the root of all.
  /// - Throws: `DataError` (E0601) where it is not there.
  static func absolute(_ path: String) throws(DataError) -> String {
    guard let resolved = realpath(path, nil) else { throw refusal(path, errno, .subject) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func tooLarge(_ path: String, _ limit: Int) -> DataError {
    DataError(
      DatasetErrorCodes.tooLarge,
      "`\(path)` holds more than \(NumberText.count(limit)) bytes, which is more than a data set may take here",
      hint: "reduce the file", at: .file(path: path, line: nil, column: nil))
  }

  /// The refusal of more samples and features than memory holds.
  static func tooLarge(_ path: String, samples: Int, width: Int) -> DataError {
    DataError(
      DatasetErrorCodes.tooLarge,
      "`\(path)` has \(NumberText.count(samples)) samples of \(NumberText.count(width)) features, "
        + "which is more than a data set may take here",
      hint: "reduce the file", at: .file(path: path, line: nil, column: nil))
  }

  private static func refusal(_ path: String, _ error: Int32, _ place: ErrorPlace) -> DataError {
    switch error {
    case ENOENT, ENOTDIR:
      DataError(
        DatasetErrorCodes.missing, "`\(path)` does not exist",
        hint: neighbour(of: path).map { "did you mean `\($0)`?" }, at: place)
    case EACCES, EPERM:
      DataError(
        DatasetErrorCodes.unreadable, "`\(path)` may not be read by you",
        hint: "look at its permissions", at: place)
    default:
      DataError(
        DatasetErrorCodes.unreadable,
        "`\(path)` cannot be read: \(String(cString: strerror(error)))",
        hint: "copy the file elsewhere, or try again", at: place)
    }
  }

  /// The name in the same folder that is spelled most like a missing one.
  private static func neighbour(of path: String) -> String? {
    let folder = PathText.folder(of: path)
    guard let names = try? names(in: folder, .subject) else { return nil }
    let word = PathText.last(of: path)
    if names.contains(word + ".gz") { return word + ".gz" }
    return Spelling.nearest(to: word, among: names)
  }

  private static func names(in path: String, _ place: ErrorPlace) throws(DataError) -> [String] {
    guard let names = FolderNames.all(in: path) else { throw refusal(path, errno, place) }
    return names.filter { !$0.hasPrefix(".") }
  }

  /// All bytes up to the file's end, which may have moved since its size was asked.
  private static func bytes(
    _ descriptor: Int32, expecting size: Int, _ path: String, _ place: ErrorPlace
  ) throws(DataError) -> [UInt8] {
    // Room for the line end that readers of text add at the end.
    let capacity = size + 1
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while count < size {
        let got = read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
    }
    guard failure == 0 else { throw refusal(path, failure, place) }
    return bytes
  }
}
