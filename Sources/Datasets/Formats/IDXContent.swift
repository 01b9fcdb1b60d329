internal import Catalogue
internal import Sparse

/// An IDX file: a magic number, sizes, and unsigned bytes.
///
/// Layout (LeCun, Cortes & Burges, "The MNIST database"): 0, 0, 8 for unsigned bytes, the number
/// of dimensions, each dimension as a big-endian 32-bit number, then the bytes, last dimension
/// fastest. 2051 is the magic of images (3 dimensions), 2049 that of labels (1).
struct IDXContent {
  /// The file.
  let path: String
  /// The dimensions, the number of items first.
  let sizes: [Int]
  private let bytes: [UInt8]
  private let start: Int

  /// Whether a file starts like IDX.
  static func isIDX(_ file: DataFile) -> Bool {
    guard case .bytes(let bytes) = file.content, bytes.count >= 4 else { return false }
    return bytes[0] == 0 && bytes[1] == 0 && (8...14).contains(bytes[2]) && bytes[3] > 0
  }

  /// Checks the header against the file's length.
  /// - Throws: `DataError`: E0602, E0604, E0619 for another magic number, E0620 for sizes that
  ///   the file does not have.
  init(_ file: DataFile, for place: ErrorPlace) throws(DataError) {
    bytes = try file.bytes(for: place)
    path = file.path
    let inFile = ErrorPlace.file(path: file.path, line: nil, column: nil)
    guard Self.isIDX(file) else {
      throw DataError(
        DatasetErrorCodes.badMagic, "`\(path)` does not start like an IDX file",
        hint: "images start with the number 2051, labels with 2049", at: inFile)
    }
    guard bytes[2] == 8 else {
      throw DataError(
        DatasetErrorCodes.badMagic, "`\(path)` holds no unsigned bytes (type \(bytes[2]))",
        hint: "IDX of unsigned bytes (type 8) is what can be read", at: inFile)
    }
    let dimensions = Int(bytes[3])
    start = 4 + 4 * dimensions
    guard bytes.count >= start else {
      throw DataError(
        DatasetErrorCodes.badHeader, "`\(path)` ends within its header",
        hint: "fetch the file again", at: inFile)
    }
    var sizes: [Int] = []
    var total = 1
    var overflow = false
    for dimension in 0..<dimensions {
      let at = 4 + 4 * dimension
      let size = bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
      sizes.append(size)
      let (product, overflowed) = total.multipliedReportingOverflow(by: size)
      total = product
      overflow = overflow || overflowed
    }
    guard !overflow, total == bytes.count - start else {
      let announced = sizes.map { NumberText.count($0) }.joined(separator: " × ")
      throw DataError(
        DatasetErrorCodes.badHeader,
        "`\(path)` announces \(announced) bytes and holds \(NumberText.count(bytes.count - start))",
        hint: "the file is truncated or damaged; fetch it again", at: inFile)
    }
    guard total > 0 else {
      throw DataError(
        DatasetErrorCodes.empty, "`\(path)` holds no item",
        hint: "fetch the file again", at: inFile)
    }
    self.sizes = sizes
  }

  /// The items as rows of features 0…255.
  /// - Throws: `DataError` (E0619) where the items are single numbers.
  func rows() throws(DataError) -> Features {
    guard sizes.count >= 2 else {
      throw DataError(
        DatasetErrorCodes.badMagic, "`\(path)` holds labels, not images",
        hint: "name the images' file, and this one by `train_labels=`",
        at: .file(path: path, line: nil, column: nil))
    }
    return Features(bytes: Array(bytes[start...]), width: (bytes.count - start) / sizes[0])
  }

  /// The size of the items where they have rows and columns.
  var image: ImageShape? {
    sizes.count == 3 ? ImageShape(rows: sizes[1], columns: sizes[2]) : nil
  }

  /// The items as labels.
  /// - Throws: `DataError` (E0619) where the items are not single numbers.
  func labels() throws(DataError) -> [String] {
    guard sizes.count == 1 else {
      throw DataError(
        DatasetErrorCodes.badMagic, "`\(path)` holds images, not labels",
        hint: "labels are in an IDX file that starts with the number 2049",
        at: .file(path: path, line: nil, column: nil))
    }
    let texts = (0...255).map(String.init)
    return bytes[start...].map { texts[Int($0)] }
  }
}
