/// Why bytes are not an archive, in a few words.
package struct ArchiveDamage: Error {
  /// The reason.
  package let detail: String

  /// Damage for that reason.
  package init(_ detail: String) { self.detail = detail }
}
