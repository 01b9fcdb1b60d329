#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Files that are on the disk once they are written.
public enum DurableFile {
  /// Writes bytes to a file and waits until the disk has them. False where that fails, and `errno`
  /// says why; what came to be of the file is the caller's to remove.
  public static func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard let file = fopen(path, "wb") else { return false }
    let count = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    let flushed = fflush(file) == 0 && fsync(fileno(file)) == 0
    let closed = fclose(file) == 0
    return count == bytes.count && flushed && closed
  }
}
