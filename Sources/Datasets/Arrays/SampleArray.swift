internal import Catalogue
internal import Sparse

/// An array out of a file, row-major, of which samples or labels are made.
struct SampleArray {
  /// The elements, in the narrowest form that keeps them as they are.
  enum Elements {
    case bytes([UInt8])
    case floats([Float])
    case doubles([Double])
    case integers([Int64])
    case texts([String])

    /// How many there are.
    var count: Int {
      switch self {
      case .bytes(let values): values.count
      case .floats(let values): values.count
      case .doubles(let values): values.count
      case .integers(let values): values.count
      case .texts(let values): values.count
      }
    }
  }

  /// The file it is from.
  let path: String
  /// How messages call it: ``array `X` of `file` ``.
  let title: String
  /// The lengths of the axes, outermost first.
  let shape: [Int]
  /// The elements.
  let elements: Elements

  /// An array of these elements. `name` is nil for a file that holds but one array.
  /// - Throws: `DataError` (E0620) where the shape needs another number of elements.
  init(_ name: String?, path: String, shape: [Int], elements: Elements) throws(DataError) {
    self.path = path
    self.shape = shape
    self.elements = elements
    title = Self.title(name, path)
    guard Self.count(shape) == elements.count else {
      throw DataError(
        DatasetErrorCodes.badHeader,
        "\(title) announces \(Self.text(shape)) elements and holds \(NumberText.count(elements.count))",
        hint: "the file is truncated or damaged; fetch or write it again", at: inFile)
    }
  }

  /// Where errors about it point to.
  var inFile: ErrorPlace { .file(path: path, line: nil, column: nil) }

  /// The number of samples: the length of the first axis.
  var count: Int { shape.first ?? 1 }

  /// The elements that a shape has; nil where they are more than could be counted.
  static func count(_ shape: [Int]) -> Int? {
    var count = 1
    for length in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: length)
      guard length >= 0, !overflow else { return nil }
      count = product
    }
    return count
  }

  /// How messages call an array; `name` is nil for a file that holds but one.
  static func title(_ name: String?, _ path: String) -> String {
    name.map { "array `\(TextExcerpt.of($0))` of `\(path)`" } ?? "`\(path)`"
  }

  /// A shape as messages show it.
  static func text(_ shape: [Int]) -> String {
    shape.isEmpty ? "1" : shape.map { NumberText.count($0) }.joined(separator: " × ")
  }

  /// The array with its first and last of two axes exchanged, so that columns become samples.
  /// O(elements).
  /// - Throws: `DataError` (E0630) for an array that has not two axes.
  func transposed() throws(DataError) -> SampleArray {
    guard shape.count == 2 else { throw unusable("has \(shape.count) axes, not two to exchange") }
    let turned = [shape[1], shape[0]]
    return SampleArray(
      title: title, path: path, shape: turned,
      elements: elements.rowMajor(fromColumnMajor: turned))
  }

  private init(title: String, path: String, shape: [Int], elements: Elements) {
    self.title = title
    self.path = path
    self.shape = shape
    self.elements = elements
  }

  /// An error about this array's sort: "array `X` of `file` *why*".
  func unusable(_ why: String, hint: String? = nil) -> DataError {
    DataError(
      DatasetErrorCodes.unusableArray, "\(title) \(why)",
      hint: hint ?? "samples are rows of numbers, labels one number or text a sample", at: inFile)
  }
}
