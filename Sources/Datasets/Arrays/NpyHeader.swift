/// The header of NumPy's .npy format: magic, version, length, and a Python dict.
struct NpyHeader {
  /// The bytes that every such file starts with.
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// The element type as NumPy writes it: `<f4`, `|u1`, `<U5`.
  let type: String
  /// Whether elements stand column by column.
  let isColumnMajor: Bool
  /// The lengths of the axes, outermost first.
  let shape: [Int]
  /// Where the elements start.
  let start: Int

  /// The header at the start of a file of version 1, 2 or 3; nil where there is none that can be
  /// understood.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 12, bytes.starts(with: Self.magic) else { return nil }
    let lengthBytes: Int
    switch bytes[6] {
    case 1: lengthBytes = 2
    case 2, 3: lengthBytes = 4
    default: return nil
    }
    let length = bytes[8..<8 + lengthBytes].reversed().reduce(0) { $0 << 8 | Int($1) }
    start = 8 + lengthBytes + length
    // NumPy itself refuses to parse longer ones.
    guard length <= 65_535, start <= bytes.count else { return nil }
    let dictionary = bytes[8 + lengthBytes..<start]
    guard dictionary.allSatisfy({ $0 < 128 }) else { return nil }
    let text = String(decoding: dictionary, as: UTF8.self)
    guard let type = Self.value(of: "descr", in: text),
      let order = Self.value(of: "fortran_order", in: text),
      let tuple = Self.value(of: "shape", in: text), tuple.hasPrefix("(")
    else { return nil }
    self.type = String(type.dropFirst().prefix { $0 != "'" })
    guard order.hasPrefix("False") || order.hasPrefix("True") else { return nil }
    isColumnMajor = order.hasPrefix("True")
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
