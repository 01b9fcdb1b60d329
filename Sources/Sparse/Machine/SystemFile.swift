#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A small text in which the system says something of itself, as those under `/proc` and `/sys`.
package struct SystemFile {
  private let bytes: ArraySlice<UInt8>

  /// The first 64 kB of a file; nil where it cannot be read.
  package init?(_ path: String) {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    self.bytes = bytes.prefix(count)
  }

  /// All of it.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Its first line, without blanks at its ends.
  package var line: String {
    String(decoding: Self.trimmed(bytes.prefix { $0 != UInt8(ascii: "\n") }), as: UTF8.self)
  }

  /// What follows `name` and blanks in the first line that begins so. Looked for byte by byte: every
  /// training asks.
  package func field(_ name: String) -> String? {
    let start = Array(name.utf8)
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.starts(with: start) {
      let rest = line.dropFirst(start.count)
      guard let first = rest.first, Self.isBlank(first) else { continue }
      return String(decoding: Self.trimmed(rest), as: UTF8.self)
    }
    return nil
  }

  /// The whole number that follows `name`, as in `MemAvailable:  24 kB`.
  package func number(_ name: String) -> UInt64? {
    field(name).flatMap { UInt64($0.prefix { $0.isASCII && $0.isNumber }) }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop(while: isBlank)
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return bytes
  }
}
