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

  /// The array or text in the bytes of a file.
  /// - Throws: `ArchiveDamage` where they are none that we write.
  static func decode(_ bytes: [UInt8], name: String) throws -> Content {
    guard bytes.count >= 10, bytes.starts(with: magic), bytes[6] == 1 else {
      throw ArchiveDamage("array `\(name)` is no NumPy array of version 1")
    }
    guard let header = NpyHeader(bytes), !header.isColumnMajor else {
      throw ArchiveDamage("the header of array `\(name)` cannot be understood")
    }
    let data = Array(bytes[header.start...])
    if header.type.hasPrefix("|S"), header.shape.isEmpty {
      guard header.type.dropFirst(2) == "\(data.count)" else {
        throw ArchiveDamage("the size of text `\(name)` does not fit its header")
      }
      let end = data.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
      return .text(String(decoding: data[..<end], as: UTF8.self))
    }
    guard let element = Tensor.Element.allCases.first(where: { $0.numpyName == header.type }) else {
      throw ArchiveDamage("array `\(name)` is of a type we do not use")
    }
    guard let tensor = Tensor(element: element, shape: header.shape, bytes: data) else {
      throw ArchiveDamage("the size of array `\(name)` does not fit its shape")
    }
    return .tensor(tensor)
  }
}
