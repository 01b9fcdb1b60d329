internal import Datasets

/// Named arrays in a file of NumPy's .npz format, for other programs to read.
public struct ArrayFile: Sendable {
  private var archive = TensorArchive()

  /// A file without arrays.
  public init() {}

  /// Adds floats (float32) of a shape, row-major, under a name.
  /// - Precondition: there are as many as the shape says.
  public mutating func add(_ values: [Float], shape: [Int], named name: String) {
    archive.tensors[name] = Tensor(values, shape: shape)
  }

  /// Adds whole numbers (int64), a vector, under a name.
  public mutating func add(_ values: [Int], named name: String) {
    archive.tensors[name] = Tensor(values.map { Int64($0) })
  }

  /// Writes the file, whole or not at all.
  /// - Throws: `SavingError.unwritable`.
  public func write(to path: String) throws {
    do {
      try FileBytes.write(NpzFormat.encode(archive), to: path)
    } catch let damage as ArchiveDamage {
      throw SavingError.unwritable(path: path, reason: damage.detail)
    }
  }
}
