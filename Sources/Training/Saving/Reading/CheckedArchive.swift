internal import Datasets

/// The arrays and texts of a file, each checked for its type, shape and values when it is asked for.
struct CheckedArchive {
  private let archive: TensorArchive
  private let path: String

  /// What the file at `path` held.
  init(_ archive: TensorArchive, path: String) {
    self.archive = archive
    self.path = path
  }

  /// An error about the file.
  func fault(_ detail: String) -> SavingError { .content(path: path, detail: detail) }

  /// Whether there is an array of that name.
  func has(_ name: String) -> Bool { archive.tensors[name] != nil }

  /// The shape of an array; nil where there is none.
  func shape(_ name: String) -> [Int]? { archive.tensors[name]?.shape }

  /// All texts by name.
  var texts: [String: String] { archive.metadata }

  /// A list of so many texts; `standard` where there is none.
  /// - Throws: `SavingError.content` for another text or list, or where there is none and must be.
  func list(
    _ name: String, count: Int, standard: (Int) -> String?
  ) throws(SavingError) -> [String] {
    let list: [String]?
    if let text = texts[name] {
      list = TextList.decode(text)
    } else {
      list = (0..<count).compactMap(standard)
    }
    guard let list, list.count == count else {
      throw fault("`\(name)` is no list of \(count) texts")
    }
    return list
  }

  /// Finite numbers of a shape, 32 or 64 bits wide.
  func floats(_ name: String, shape: [Int]) throws(SavingError) -> [Float] {
    guard let tensor = archive.tensors[name] else { throw fault("array `\(name)` is missing") }
    guard tensor.shape == shape, let values = tensor.floats ?? tensor.doubles?.map(Float.init)
    else { throw fault("array `\(name)` is not of the shape or type that it should be") }
    guard values.allSatisfy(\.isFinite) else {
      throw fault("array `\(name)` holds a value that is no finite number of 32 bits")
    }
    return values
  }

  /// Finite numbers of a shape; zeros where there is no such array.
  /// - Precondition: another array bears out that shape.
  func floatsOrZeros(_ name: String, shape: [Int]) throws(SavingError) -> [Float] {
    guard has(name) else { return [Float](repeating: 0, count: shape.reduce(1, *)) }
    return try floats(name, shape: shape)
  }

  /// A vector of whole numbers, 32 or 64 bits wide.
  func integers(_ name: String) throws(SavingError) -> [Int] {
    guard let tensor = archive.tensors[name] else { throw fault("array `\(name)` is missing") }
    guard tensor.shape.count == 1,
      let values = tensor.int64s?.map({ Int($0) }) ?? tensor.int32s?.map({ Int($0) })
    else { throw fault("array `\(name)` is no vector of whole numbers") }
    return values
  }
}
