/// Named arrays and named texts: what a file of either format holds.
struct TensorArchive: Equatable {
  /// The arrays by name.
  var tensors: [String: Tensor] = [:]
  /// The texts by name.
  var metadata: [String: String] = [:]
}

/// Why bytes are not an archive, in a few words.
struct ArchiveDamage: Error {
  let detail: String

  init(_ detail: String) { self.detail = detail }
}

/// A file format for named arrays.
protocol ArchiveFormat: Sendable {
  /// How its files' names end, without the dot.
  static var ending: String { get }
  /// The bytes of a file.
  static func encode(_ archive: TensorArchive) throws -> [UInt8]
  /// The archive in the bytes of a file.
  /// - Throws: `ArchiveDamage` where they are none.
  static func decode(_ bytes: [UInt8]) throws -> TensorArchive
}
