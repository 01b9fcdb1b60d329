internal import CZip

/// NumPy's .npz format: a zip archive of .npy files, one an array, one a text of the metadata.
package enum NpzFormat: ArchiveFormat {
  /// How its files' names end.
  package static let ending = "npz"

  /// What a metadata text's name begins with, so that it cannot be taken for an array.
  private static let prefix = "meta."

  /// The bytes of a file.
  package static func encode(_ archive: TensorArchive) throws -> [UInt8] {
    var files: [String: [UInt8]] = [:]
    for (name, tensor) in archive.tensors { files[name] = NpyFormat.encode(tensor) }
    for (name, text) in archive.metadata { files[prefix + name] = NpyFormat.encode(text: text) }
    var error = zip_error_t()
    guard let buffer = zip_source_buffer_create(nil, 0, 0, &error) else {
      throw ArchiveDamage("there is not enough memory")
    }
    defer { zip_source_free(buffer) }
    // The archive frees the source when it is closed; the bytes are read from it afterwards.
    zip_source_keep(buffer)
    guard let zip = zip_open_from_source(buffer, ZIP_TRUNCATE, &error) else {
      zip_source_free(buffer)
      throw ArchiveDamage("there is not enough memory")
    }
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      try add(bytes, named: name + ".npy", to: zip)
    }
    guard zip_close(zip) == 0 else {
      zip_discard(zip)
      throw ArchiveDamage("there is not enough memory")
    }
    return try content(of: buffer)
  }

  /// Adds a file, stored as it is and dated like every other, so that equal networks give equal
  /// archives.
  private static func add(_ bytes: [UInt8], named name: String, to zip: OpaquePointer) throws {
    let copy = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
    bytes.withUnsafeBytes {
      copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: bytes.count)
    }
    // The last argument has libzip free the copy.
    guard let source = zip_source_buffer(zip, copy, UInt64(bytes.count), 1) else {
      copy.deallocate()
      zip_discard(zip)
      throw ArchiveDamage("there is not enough memory")
    }
    let index = zip_file_add(zip, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      zip_discard(zip)
      throw ArchiveDamage("there is not enough memory")
    }
    zip_set_file_compression(zip, UInt64(index), ZIP_CM_STORE, 0)
    zip_file_set_dostime(zip, UInt64(index), 0, 0x21, 0)
  }

  private static func content(of buffer: OpaquePointer) throws -> [UInt8] {
    var status = zip_stat_t()
    guard zip_source_stat(buffer, &status) == 0, zip_source_open(buffer) == 0 else {
      throw ArchiveDamage("there is not enough memory")
    }
    defer { zip_source_close(buffer) }
    var bytes = [UInt8](repeating: 0, count: Int(status.size))
    let count = bytes.withUnsafeMutableBytes {
      zip_source_read(buffer, $0.baseAddress, status.size)
    }
    guard Int(count) == bytes.count else { throw ArchiveDamage("there is not enough memory") }
    return bytes
  }

  /// The archive in the bytes of a file.
  /// - Throws: `ArchiveDamage` where they are none that we write.
  package static func decode(_ bytes: [UInt8]) throws -> TensorArchive {
    var archive = TensorArchive()
    try ZipArchive.forEachFile(in: bytes) { file in
      guard file.hasSuffix(".npy") else { throw ArchiveDamage("`\(file)` is no array") }
      return true
    } _: { file, content in
      let name = String(file.dropLast(4))
      switch try NpyFormat.decode(content, name: name) {
      case .tensor(let tensor): archive.tensors[name] = tensor
      case .text(let text):
        guard name.hasPrefix(prefix) else { throw ArchiveDamage("`\(name)` is no array") }
        archive.metadata[String(name.dropFirst(prefix.count))] = text
      }
    }
    return archive
  }
}
