internal import Datasets

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The safetensors format of Hugging Face: eight bytes of header length, a JSON header, the arrays.
enum SafetensorsFormat: ArchiveFormat {
  static let ending = "safetensors"

  /// One value of the header: an array's record, or the texts under `__metadata__`.
  private enum Entry: Codable {
    case tensor(type: String, shape: [Int], offsets: [Int])
    case metadata([String: String])

    private enum Key: String, CodingKey {
      case dtype, shape
      case offsets = "data_offsets"
    }

    init(from decoder: any Decoder) throws {
      if let record = try? decoder.container(keyedBy: Key.self), record.contains(.dtype) {
        self = .tensor(
          type: try record.decode(String.self, forKey: .dtype),
          shape: try record.decode([Int].self, forKey: .shape),
          offsets: try record.decode([Int].self, forKey: .offsets))
      } else {
        self = .metadata(try decoder.singleValueContainer().decode([String: String].self))
      }
    }

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .tensor(let type, let shape, let offsets):
        var record = encoder.container(keyedBy: Key.self)
        try record.encode(type, forKey: .dtype)
        try record.encode(shape, forKey: .shape)
        try record.encode(offsets, forKey: .offsets)
      case .metadata(let texts):
        var value = encoder.singleValueContainer()
        try value.encode(texts)
      }
    }
  }

  static func encode(_ archive: TensorArchive) throws -> [UInt8] {
    var header: [String: Entry] = ["__metadata__": .metadata(archive.metadata)]
    // Wide elements first keeps every array aligned to its element size.
    let names = archive.tensors.keys.sorted {
      let (a, b) = (archive.tensors[$0]?.element.size ?? 0, archive.tensors[$1]?.element.size ?? 0)
      return a == b ? $0 < $1 : a > b
    }
    var data: [UInt8] = []
    for name in names {
      guard let tensor = archive.tensors[name] else { continue }
      header[name] = .tensor(
        type: tensor.element.safetensorsName, shape: tensor.shape,
        offsets: [data.count, data.count + tensor.bytes.count])
      data += tensor.bytes
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var text = [UInt8](try encoder.encode(header))
    while text.count % 8 != 0 { text.append(UInt8(ascii: " ")) }
    let length = withUnsafeBytes(of: UInt64(text.count).littleEndian) { Array($0) }
    return length + text + data
  }

  static func decode(_ bytes: [UInt8]) throws -> TensorArchive {
    guard bytes.count >= 8 else { throw ArchiveDamage("it is too short for a header") }
    let length = bytes.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= UInt64(bytes.count - 8) else {
      throw ArchiveDamage("its header is announced longer than the file")
    }
    let start = 8 + Int(length)
    guard
      let header = try? JSONDecoder().decode([String: Entry].self, from: Data(bytes[8..<start]))
    else { throw ArchiveDamage("its header cannot be understood") }
    var archive = TensorArchive()
    for (name, entry) in header.sorted(by: { $0.key < $1.key }) {
      switch entry {
      case .metadata(let texts): archive.metadata = texts
      case .tensor(let type, let shape, let offsets):
        archive.tensors[name] = try tensor(
          name, type: type, shape: shape, offsets: offsets, data: bytes[start...])
      }
    }
    return archive
  }

  private static func tensor(
    _ name: String, type: String, shape: [Int], offsets: [Int], data: ArraySlice<UInt8>
  ) throws -> Tensor {
    guard let element = Tensor.Element.allCases.first(where: { $0.safetensorsName == type }) else {
      throw ArchiveDamage("array `\(name)` is of a type we do not use")
    }
    guard offsets.count == 2, 0 <= offsets[0], offsets[0] <= offsets[1], offsets[1] <= data.count
    else { throw ArchiveDamage("array `\(name)` lies outside of the file") }
    let bytes = data[(data.startIndex + offsets[0])..<(data.startIndex + offsets[1])]
    guard let tensor = Tensor(element: element, shape: shape, bytes: Array(bytes)) else {
      throw ArchiveDamage("the size of array `\(name)` does not fit its shape")
    }
    return tensor
  }
}
