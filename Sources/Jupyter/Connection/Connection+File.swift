internal import Glibc

extension Connection {
  /// The largest connection file that is read, in bytes: some hundred times what one has.
  private static let largest = 65_536

  /// Reads a connection file.
  ///
  /// - Parameter anyAddress: Whether the kernel may listen where other machines reach it.
  /// - Throws: `ConnectionError` where there is no such file, it is too large, or not what it should
  ///   be.
  package init(path: String, anyAddress: Bool) throws(ConnectionError) {
    try self.init(json: Self.bytes(of: path), path: path, anyAddress: anyAddress)
  }

  /// The bytes of an ordinary file; a pipe or a device, which could keep us waiting, is none.
  private static func bytes(of path: String) throws(ConnectionError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)).lowercased())
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(path: path, reason: "it is not an ordinary file")
    }
    guard status.st_size <= largest else {
      throw .unreadable(path: path, reason: "it is larger than 64 KB")
    }
    var bytes: [UInt8] = []
    while bytes.count <= largest {
      let chunk = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
        count = max(0, read(file, buffer.baseAddress, buffer.count))
      }
      if chunk.isEmpty { break }
      bytes += chunk
    }
    return bytes
  }
}
