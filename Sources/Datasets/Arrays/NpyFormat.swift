/// One array of a saved network in NumPy's .npy format, version 1.0: header, then the bytes.
enum NpyFormat {
  private static let magic = NpyHeader.magic

  /// The bytes of an array.
  static func encode(_ tensor: Tensor) -> [UInt8] {
    file(type: tensor.element.numpyName, shape: tensor.shape, bytes: tensor.bytes)
  }

  /// The bytes of a text, as an array without axes of type `S`: `str(a[()], "utf-8")` in Python.
  /// NumPy drops zero bytes at the end of such a text.
  static func encode(text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return file(type: "|S\(max(1, bytes.count))", shape: [], bytes: bytes.isEmpty ? [0] : bytes)
  }

  private static func file(type: String, shape: [Int], bytes: [UInt8]) -> [UInt8] {
    let axes = shape.map { "\($0)," }.joined(separator: " ")
    var header = "{'descr': '\(type)', 'fortran_order': False, 'shape': (\(axes)), }"
    // Magic, version, length, header and newline fill a multiple of 64 bytes.
    while (magic.count + 4 + header.utf8.count + 1) % 64 != 0 { header += " " }
    header += "\n"
    let length = header.utf8.count
    return magic + [1, 0, UInt8(length & 255), UInt8(length >> 8)] + Array(header.utf8) + bytes
  }

  /// What a .npy file holds.
  enum Content {
    case tensor(Tensor)
    case text(String)
  }

  /// The array or text in the bytes of a file, as we or NumPy write them.
  /// - Throws: `ArchiveDamage` where there are none, or of another sort than networks are made of.
  static func decode(_ bytes: [UInt8], name: String) throws -> Content {
    guard bytes.starts(with: magic) else {
      throw ArchiveDamage("array `\(name)` is no NumPy array")
    }
    guard let header = NpyHeader(bytes) else {
      throw ArchiveDamage("the header of array `\(name)` cannot be understood")
    }
    let data = bytes[header.start...]
    // A text may be longer than any that samples have.
    if header.type.hasPrefix("|S"), header.shape.isEmpty {
      guard header.type.dropFirst(2) == "\(data.count)" else {
        throw ArchiveDamage("the size of text `\(name)` does not fit its header")
      }
      let end = data.lastIndex { $0 != 0 }.map { $0 + 1 } ?? data.startIndex
      return .text(String(decoding: data[..<end], as: UTF8.self))
    }
    if let element = Tensor.Element.allCases.first(where: { $0.numpyName == header.type }),
      !header.isColumnMajor || header.shape.count < 2
    {
      guard let tensor = Tensor(element: element, shape: header.shape, bytes: Array(data)) else {
        throw ArchiveDamage("the size of array `\(name)` does not fit its shape")
      }
      return .tensor(tensor)
    }
    return try foreign(header, data, name: name)
  }

  /// What only NumPy writes: other widths and byte orders, column-major order, texts of UTF-32.
  private static func foreign(
    _ header: NpyHeader, _ data: ArraySlice<UInt8>, name: String
  ) throws -> Content {
    guard let type = NumPyType(header.type) else {
      throw ArchiveDamage("array `\(name)` is of a type we do not use")
    }
    guard let count = SampleArray.count(header.shape),
      case let (size, overflow) = count.multipliedReportingOverflow(by: type.size), !overflow,
      size == data.count
    else { throw ArchiveDamage("the size of array `\(name)` does not fit its shape") }
    let elements = type.elements(data, count: count)
    switch header.isColumnMajor ? elements.rowMajor(fromColumnMajor: header.shape) : elements {
    case .floats(let values): return .tensor(Tensor(values, shape: header.shape))
    case .doubles(let values): return .tensor(Tensor(values, shape: header.shape))
    case .integers(let values): return .tensor(Tensor(values, shape: header.shape))
    case .bytes(let values):
      return .tensor(Tensor(values.map { Int64($0) }, shape: header.shape))
    case .texts(let texts):
      guard header.shape.isEmpty, let text = texts.first else {
        throw ArchiveDamage("array `\(name)` holds texts, not numbers")
      }
      return .text(text)
    }
  }
}
