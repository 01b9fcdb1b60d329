/// A file format for named arrays.
package protocol ArchiveFormat: Sendable {
  /// How its files' names end, without the dot.
  static var ending: String { get }
  /// The bytes of a file.
  static func encode(_ archive: TensorArchive) throws -> [UInt8]
  /// The archive in the bytes of a file.
  /// - Throws: `ArchiveDamage` where they are none.
  static func decode(_ bytes: [UInt8]) throws -> TensorArchive
}
