/// A zip archive whose files are stored as they are, with checksums that hold: what a fuzzer needs to
/// get past them.
enum StoredZip {
  static func archive(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var (data, directory): ([UInt8], [UInt8]) = ([], [])
    for file in files {
      let name = Array(file.name.utf8)
      let common =
        [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0] + word(checksum(file.bytes))
        + word(UInt32(file.bytes.count)) + word(UInt32(file.bytes.count))
        + [UInt8(name.count & 255), UInt8(name.count >> 8), 0, 0]
      directory +=
        [0x50, 0x4B, 1, 2, 20, 0] + common + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
        + word(UInt32(data.count)) + name
      data += [0x50, 0x4B, 3, 4] + common + name + file.bytes
    }
    let count = [UInt8(files.count & 255), UInt8(files.count >> 8)]
    return data + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
      + word(UInt32(directory.count)) + word(UInt32(data.count)) + [0, 0]
  }

  private static func word(_ value: UInt32) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }

  /// CRC-32.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var crc = UInt32.max
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
