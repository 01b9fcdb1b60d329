internal import Catalogue

/// The arrays of a NumPy .npz file: a zip archive of .npy files.
struct NpzArrays: NamedArrays {
  let path: String
  let names: [String]
  private let bytes: [UInt8]

  /// Lists the arrays of a file; unpacks none.
  /// - Throws: `DataError`: E0619 for what is no zip archive, E0620 for a damaged one.
  init(_ file: DataFile, for place: ErrorPlace) throws(DataError) {
    bytes = try file.bytes(for: place)
    path = file.path
    guard ZipArchive.isZip(bytes) else {
      throw DataError(
        DatasetErrorCodes.badMagic, "`\(path)` does not start like a zip archive of NumPy arrays",
        hint: "write it with `numpy.savez`", at: .file(path: path, line: nil, column: nil))
    }
    var names: [String] = []
    try Self.walk(bytes, path) { file in
      if file.hasSuffix(".npy") { names.append(String(file.dropLast(4))) }
      return false
    } _: { _ in
    }
    self.names = names.sorted()
  }

  func array(_ name: String) throws(DataError) -> SampleArray {
    var content: [UInt8]?
    try Self.walk(bytes, path) {
      content == nil && $0 == name + ".npy"
    } _: {
      content = $0
    }
    guard let content else {
      throw DataError(
        DatasetErrorCodes.noArray, "`\(path)` holds no array `\(TextExcerpt.of(name))`",
        at: .file(path: path, line: nil, column: nil))
    }
    return try SampleArray(npy: content, name, path: path)
  }

  private static func walk(
    _ bytes: [UInt8], _ path: String, _ wanted: (String) -> Bool, _ body: ([UInt8]) -> Void
  ) throws(DataError) {
    do {
      try ZipArchive.forEachFile(in: bytes, wanted: wanted) { body($1) }
    } catch {
      throw DataError(
        DatasetErrorCodes.badHeader,
        "`\(path)` is damaged: " + ((error as? ArchiveDamage)?.detail ?? "it cannot be unpacked"),
        hint: "fetch or write the file again", at: .file(path: path, line: nil, column: nil))
    }
  }
}
