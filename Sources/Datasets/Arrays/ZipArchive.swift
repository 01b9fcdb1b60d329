internal import CZip

/// Reads zip archives that are in memory.
package enum ZipArchive {
  /// Whether the first bytes are those of a zip archive.
  package static func isZip(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
  }

  /// Hands each file that is `wanted` to `body` with its name, in the archive's order.
  ///
  /// What an archive announces is not trusted: all files together unpack to at most the memory one
  /// file may take, and to what its own bytes can hold at deflate's best.
  /// - Throws: `ArchiveDamage` for what is no archive, or fails its checksums; and what `wanted` and
  ///   `body` throw.
  package static func forEachFile(
    in bytes: [UInt8], wanted: (String) throws -> Bool, _ body: (String, [UInt8]) throws -> Void
  ) throws {
    try bytes.withUnsafeBytes { raw in
      var error = zip_error_t()
      guard let source = zip_source_buffer_create(raw.baseAddress, UInt64(raw.count), 0, &error)
      else { throw ArchiveDamage("it is no zip archive") }
      guard let zip = zip_open_from_source(source, ZIP_RDONLY, &error) else {
        zip_source_free(source)
        throw ArchiveDamage("it is no zip archive")
      }
      defer { zip_discard(zip) }
      // Deflate shrinks to a thousandth at best.
      var left = min(UInt64(MemoryLimit.bytes), 1100 * UInt64(bytes.count))
      for index in 0..<UInt64(max(0, zip_get_num_entries(zip, 0))) {
        var status = zip_stat_t()
        guard zip_stat_index(zip, index, 0, &status) == 0, let name = status.name else {
          throw ArchiveDamage("an entry of the archive cannot be read")
        }
        let file = String(cString: name)
        guard try wanted(file) else { continue }
        guard status.size <= left else {
          throw ArchiveDamage("`\(file)` is announced larger than it can be")
        }
        left -= status.size
        try body(file, try content(index, status.size, of: zip, file))
      }
    }
  }

  /// The content of one file.
  private static func content(
    _ index: UInt64, _ announced: UInt64, of zip: OpaquePointer, _ file: String
  ) throws -> [UInt8] {
    guard let size = Int(exactly: announced), let entry = zip_fopen_index(zip, index, 0) else {
      throw ArchiveDamage("`\(file)` cannot be unpacked")
    }
    defer { zip_fclose(entry) }
    var content = [UInt8](repeating: 0, count: size)
    let count = content.withUnsafeMutableBytes { zip_fread(entry, $0.baseAddress, announced) }
    // Reading past the end makes libzip check the checksum.
    var spare: UInt8 = 0
    guard Int(count) == size, zip_fread(entry, &spare, 1) == 0 else {
      throw ArchiveDamage("`\(file)` cannot be unpacked")
    }
    return content
  }
}
