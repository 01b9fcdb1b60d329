internal import Catalogue

extension SampleArray {
  /// The array in the bytes of a .npy file: numbers of any width and byte order, logic values, or
  /// texts of fixed length, in either order of elements.
  /// - Throws: `DataError`: E0619 or E0620 for what is no whole .npy file, E0630 for elements of
  ///   another sort.
  init(npy bytes: [UInt8], _ name: String?, path: String) throws(DataError) {
    let place = ErrorPlace.file(path: path, line: nil, column: nil)
    let title = Self.title(name, path)
    guard bytes.starts(with: NpyHeader.magic) else {
      throw DataError(
        DatasetErrorCodes.badMagic, "\(title) does not start like a NumPy array",
        hint: "write it with `numpy.save`", at: place)
    }
    guard let header = NpyHeader(bytes) else {
      throw DataError(
        DatasetErrorCodes.badHeader, "the header of \(title) cannot be understood",
        hint: "the file is truncated or damaged; write it again with `numpy.save`", at: place)
    }
    guard let type = NumPyType(header.type) else {
      throw DataError(
        DatasetErrorCodes.unusableArray,
        "\(title) holds elements of the type `\(TextExcerpt.of(header.type))`, not numbers or texts",
        hint: "save it as an array of numbers, for example with `.astype(\"float32\")`", at: place)
    }
    // The announced size is checked before anything of that size is made.
    guard let count = Self.count(header.shape),
      case let (size, overflow) = count.multipliedReportingOverflow(by: type.size), !overflow,
      size == bytes.count - header.start
    else {
      throw DataError(
        DatasetErrorCodes.badHeader,
        "\(title) announces \(Self.text(header.shape)) elements of \(type.size) bytes and holds "
          + "\(NumberText.count(bytes.count - header.start)) bytes",
        hint: "the file is truncated or damaged; write it again", at: place)
    }
    let elements = type.elements(bytes[header.start...], count: count)
    try self.init(
      name, path: path, shape: header.shape,
      elements: header.isColumnMajor
        ? elements.rowMajor(fromColumnMajor: header.shape) : elements)
  }
}
