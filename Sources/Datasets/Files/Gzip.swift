internal import Catalogue
internal import CZlib

/// Reads gzip files: one or several members one after another, as `gzip` and `cat` write them.
enum Gzip {
  /// Whether the first bytes are gzip's.
  static func isCompressed(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
  }

  /// The decompressed content of a file's bytes.
  /// - Throws: `DataError`: E0605 beyond `limit` bytes (a small file may claim any amount),
  ///   E0606 for damaged or truncated data.
  static func inflate(_ bytes: [UInt8], _ path: String, _ limit: Int) throws(DataError) -> [UInt8] {
    var stream = z_stream()
    // 15 bits of window; 16 more for gzip's own header and checksum.
    let started = inflateInit2_(
      &stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard started == Z_OK else { throw damaged(path, "zlib does not start") }
    defer { inflateEnd(&stream) }

    var output: [UInt8] = []
    output.reserveCapacity(min(4 * bytes.count, limit))
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    var position = 0
    while true {
      let (status, read, written) = step(&stream, bytes, position, &chunk)
      position += read
      guard output.count + written <= limit else { throw DataFile.tooLarge(path, limit) }
      output.append(contentsOf: chunk[..<written])
      switch status {
      case Z_STREAM_END:
        guard try startsNextMember(bytes, &position, path) else { return output }
        inflateReset(&stream)
      case Z_OK where read > 0 || written > 0: continue
      case Z_OK, Z_BUF_ERROR: throw damaged(path, "they end early")
      default: throw damaged(path, "the stream is not valid")
      }
    }
  }

  /// One call of zlib: what it says, the bytes it took and the bytes it gave.
  private static func step(
    _ stream: inout z_stream, _ bytes: [UInt8], _ position: Int, _ chunk: inout [UInt8]
  ) -> (status: Int32, read: Int, written: Int) {
    let available = min(bytes.count - position, 1 << 30)
    let room = chunk.count
    return bytes.withUnsafeBufferPointer { input in
      chunk.withUnsafeMutableBufferPointer { output in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress.map { $0 + position })
        stream.avail_in = UInt32(available)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(room)
        let status = CZlib.inflate(&stream, Z_NO_FLUSH)
        return (status, available - Int(stream.avail_in), room - Int(stream.avail_out))
      }
    }
  }

  /// Whether another member follows; zeros that pad a tape's block do not count.
  private static func startsNextMember(
    _ bytes: [UInt8], _ position: inout Int, _ path: String
  ) throws(DataError) -> Bool {
    while position < bytes.count, bytes[position] == 0 { position += 1 }
    guard position < bytes.count else { return false }
    guard bytes[position] == 0x1F else { throw damaged(path, "something else follows them") }
    return true
  }

  private static func damaged(_ path: String, _ why: String) -> DataError {
    DataError(
      DatasetErrorCodes.damagedGzip, "the compressed data of `\(path)` are damaged: \(why)",
      hint: "fetch the file again", at: .file(path: path, line: nil, column: nil))
  }
}
