/// How a MATLAB file is laid out: elements one after another (v5), or HDF5 (v7.3).
///
/// A v5 file has 128 bytes of header; bytes 124 and 125 are the version, 126 and 127 the letters
/// `IM` where the lowest byte of a number comes first, else `MI` (MAT-File Format, "Level 5").
enum MATLayout {
  case elements(isBigEndian: Bool)
  case hdf5

  private static let header = 128

  /// The layout that the header names; nil for another file.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= Self.header else { return nil }
    let isBigEndian: Bool
    switch (bytes[126], bytes[127]) {
    case (UInt8(ascii: "I"), UInt8(ascii: "M")): isBigEndian = false
    case (UInt8(ascii: "M"), UInt8(ascii: "I")): isBigEndian = true
    default: return nil
    }
    switch isBigEndian ? bytes[124] : bytes[125] {
    case 1: self = .elements(isBigEndian: isBigEndian)
    case 2: self = .hdf5
    default: return nil
    }
  }

  /// Whether the elements of a file fill it to the last byte. The library that reads them takes what
  /// is missing as it finds memory; HDF5 checks its own. O(elements).
  func isWhole(_ bytes: [UInt8]) -> Bool {
    guard case .elements(let isBigEndian) = self else { return true }
    var position = Self.header
    while position < bytes.count {
      guard position + 8 <= bytes.count else { return false }
      let size = bytes[position + 4..<position + 8]
      position += 8
      position += (isBigEndian ? Array(size) : size.reversed()).reduce(0) { $0 << 8 | Int($1) }
    }
    return position == bytes.count
  }
}
