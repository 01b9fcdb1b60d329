internal import Datasets

extension SavedNetwork {
  /// Writes the network, in the format that the file's name ends in: `.safetensors` or `.npz` for
  /// all of it, `.csv` for a list of its connections, `.onnx` for other programs to run it,
  /// `.graphml` for a small network as a graph.
  ///
  /// The file appears whole or not at all. O(connections) time and memory; `.onnx` takes O(cells).
  /// - Throws: `SavingError.format`, `.unsuitable` or `.unwritable`.
  public func save(to path: String) throws {
    guard let format = NetworkFormats.named(by: path) else {
      throw SavingError.format(path: path, loading: false)
    }
    do {
      try FileBytes.write(format.encode(self), to: path)
    } catch let damage as ArchiveDamage {
      throw SavingError.unwritable(path: path, reason: damage.detail)
    }
  }

  /// Reads a network that `save(to:)` wrote as `.safetensors` or `.npz`, or that another program
  /// wrote as arrays of the same names.
  ///
  /// Nothing in the file is trusted: every size, type, offset and index is checked, and no more is
  /// allocated than the file's own length allows.
  /// - Throws: `SavingError`.
  public static func load(from path: String) throws -> SavedNetwork {
    guard let format = NetworkFormats.named(by: path) as? any LoadableFormat.Type else {
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
}
