internal import Datasets

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Whole files in and out.
enum FileBytes {
  /// The bytes of a file.
  /// - Throws: `SavingError.unreadable`.
  static func read(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw unreadable(path) }
    defer { fclose(file) }
    var status = stat()
    guard fstat(fileno(file), &status) == 0 else { throw unreadable(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw SavingError.unreadable(path: path, reason: "it is no file")
    }
    guard status.st_size <= MemoryLimit.bytes else {
      throw SavingError.unreadable(path: path, reason: "it is larger than memory allows here")
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    let count = bytes.withUnsafeMutableBytes { fread($0.baseAddress, 1, $0.count, file) }
    guard count == bytes.count else { throw unreadable(path) }
    return bytes
  }

  /// Writes a file under a temporary name beside its own and renames it, so that what was there
  /// stays whole until the new file is.
  /// - Throws: `SavingError.unwritable`.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let temporary = "\(path).\(getpid()).part"
    guard DurableFile.write(bytes, to: temporary), rename(temporary, path) == 0 else {
      let error = unwritable(path)
      remove(temporary)
      throw error
    }
  }

  private static var reason: String {
    String(cString: strerror(errno)).lowercased()
  }

  private static func unreadable(_ path: String) -> SavingError {
    .unreadable(path: path, reason: reason)
  }

  private static func unwritable(_ path: String) -> SavingError {
    .unwritable(path: path, reason: reason)
  }
}
