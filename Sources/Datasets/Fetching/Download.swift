internal import Catalogue

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Downloads a file by the program `curl`, which knows proxies, certificates and redirections.
enum Download {
  /// Stores what is at `address` in a file.
  /// - Throws: `DataError` (E0631) where it does not come through, with the reason as curl gives it;
  ///   `FetchInterrupted` where a signal ended it.
  static func run(_ address: String, to path: String) throws {
    let log = path + ".log"
    defer { unlink(log) }
    let status = try start(
      [
        "curl", "--fail", "--location", "--globoff", "--silent", "--show-error",
        "--proto", "=http,https,file", "--proto-redir", "=http,https",
        "--connect-timeout", "30", "--speed-limit", "1", "--speed-time", "60",
        "--max-filesize", "\(MemoryLimit.bytes)", "--stderr", log, "--output", path, address,
      ], address)
    guard status & 0x7F == 0 else { throw FetchInterrupted() }
    guard status == 0 else {
      let reason = (try? DataFile(opening: log, for: .subject))?.firstLine
      throw failed(address, reason ?? "curl ended with code \(status >> 8 & 0xFF)")
    }
  }

  /// Starts a program and waits for its end: what `waitpid` says of it.
  private static func start(_ arguments: [String], _ address: String) throws(DataError) -> Int32 {
    var process: pid_t = 0
    var pointers = arguments.map { strdup($0) }
    defer { pointers.forEach { free($0) } }
    pointers.append(nil)
    let error = posix_spawnp(&process, arguments[0], nil, nil, pointers, environ)
    guard error == 0 else {
      throw DataError(
        DatasetErrorCodes.downloadFailed,
        "the program `curl`, which downloads, cannot be started: "
          + String(cString: strerror(error)).lowercased(),
        hint: "install curl, or store what is at \(address) yourself", at: .subject)
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw failed(address, "curl is lost") }
    }
    return status
  }

  private static func failed(_ address: String, _ reason: String) -> DataError {
    DataError(
      DatasetErrorCodes.downloadFailed, "`\(address)` was not fetched: \(reason)",
      hint: "look at the connection, or name a copy by `--from`", at: .subject)
  }
}

extension DataFile {
  /// The first line of a text, shortened.
  fileprivate var firstLine: String? {
    guard case .bytes(let bytes) = content else { return nil }
    let line = bytes.prefix(300).prefix { !Byte.isLineEnd($0) }
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }
}
