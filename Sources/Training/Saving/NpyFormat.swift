/// One array in NumPy's .npy format, version 1.0: magic, header length, a Python dict, the bytes.
enum NpyFormat {
  private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

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
    let start = 10 + Int(bytes[8]) + Int(bytes[9]) << 8
    guard start <= bytes.count, let header = Header(Array(bytes[10..<start])) else {
      throw ArchiveDamage("the header of array `\(name)` cannot be understood")
    }
    let data = Array(bytes[start...])
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

  /// The Python dict in front of an array.
  private struct Header {
    let type: String
    let shape: [Int]

    /// Reads `{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }`, keys in any order.
    init?(_ bytes: [UInt8]) {
      guard bytes.allSatisfy({ $0 < 128 }) else { return nil }
      let text = String(decoding: bytes, as: UTF8.self)
      guard let type = Self.value(of: "descr", in: text)?.dropFirst().prefix(while: { $0 != "'" }),
        Self.value(of: "fortran_order", in: text)?.hasPrefix("False") == true,
        let tuple = Self.value(of: "shape", in: text), tuple.hasPrefix("(")
      else { return nil }
      self.type = String(type)
      var shape: [Int] = []
      for part in tuple.dropFirst().prefix(while: { $0 != ")" }).split(separator: ",") {
        let digits = part.filter { $0 != " " }
        if digits.isEmpty { continue }
        guard let length = Int(digits), length >= 0 else { return nil }
        shape.append(length)
      }
      self.shape = shape
    }

    /// The text after `'key':` and blanks.
    private static func value(of key: String, in text: String) -> Substring? {
      let quoted = "'\(key)':"
      var rest = text[...]
      while !rest.isEmpty, !rest.hasPrefix(quoted) { rest = rest.dropFirst() }
      guard !rest.isEmpty else { return nil }
      return rest.dropFirst(quoted.count).drop { $0 == " " }
    }
  }
}
