internal import Datasets

extension SavedNetwork {
  private static let formats: [any ArchiveFormat.Type] = [SafetensorsFormat.self, NpzFormat.self]

  /// Writes the network, in the format that the file's name ends in: `.safetensors` or `.npz` for
  /// all of it, `.csv` for a list of its connections.
  ///
  /// The file appears whole or not at all. O(connections) time and memory.
  /// - Throws: `SavingError.format` or `.unwritable`.
  public func save(to path: String) throws {
    if Self.ending(of: path) == "csv" {
      return try FileBytes.write(EdgeList.encode(self), to: path)
    }
    guard let format = Self.formats.first(where: { $0.ending == Self.ending(of: path) }) else {
      throw SavingError.format(path: path, loading: false)
    }
    do {
      try FileBytes.write(format.encode(archive()), to: path)
    } catch let damage as ArchiveDamage {
      throw SavingError.unwritable(path: path, reason: damage.detail)
    }
  }

  /// Reads a network that `save(to:)` wrote as `.safetensors` or `.npz`.
  ///
  /// Nothing in the file is trusted: every size, type, offset and index is checked, and no more is
  /// allocated than the file's own length allows.
  /// - Throws: `SavingError`.
  public static func load(from path: String) throws -> SavedNetwork {
    guard let format = formats.first(where: { $0.ending == ending(of: path) }) else {
      throw SavingError.format(path: path, loading: true)
    }
    let bytes = try FileBytes.read(path)
    let archive: TensorArchive
    do {
      archive = try format.decode(bytes)
    } catch let damage as ArchiveDamage {
      throw SavingError.damaged(path: path, detail: damage.detail)
    }
    return try NetworkReader(archive, path: path).read()
  }

  /// What follows the last dot of a file's name, in lower case.
  private static func ending(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
