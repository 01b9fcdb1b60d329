internal import Catalogue

/// Reads files of Unix `compress` (`.Z`), as older data sets are published.
///
/// Welch's variant of Lempel & Ziv ("A Technique for High-Performance Data Compression", 1984): codes
/// of 9 up to 16 bits, lowest bit first, in groups of eight; 256 clears the table in block mode.
enum UnixCompress {
  private static let clear = 256

  /// Whether the first bytes are those of `compress`.
  static func isCompressed(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 3 && bytes[0] == 0x1F && bytes[1] == 0x9D
  }

  /// The decompressed content of a file's bytes. O(output).
  /// - Throws: `DataError`: E0605 beyond `limit` bytes, E0606 for damaged data.
  static func expand(_ bytes: [UInt8], _ path: String, _ limit: Int) throws(DataError) -> [UInt8] {
    let widest = Int(bytes[2] & 31)
    let blocks = bytes[2] & 128 != 0
    guard (9...16).contains(widest), bytes[2] & 0x60 == 0 else { throw damaged(path) }
    // Each code is an earlier one and a byte more.
    var prefixes = [UInt16](repeating: 0, count: 1 << widest)
    var ends = [UInt8](repeating: 0, count: 1 << widest)
    var next = blocks ? 257 : 256
    var (width, start, position) = (9, 3, 0)
    var previous: Int?
    var first: UInt8 = 0
    var output: [UInt8] = []
    var reversed: [UInt8] = []

    /// Codes come in groups of eight: what is left of one is padding when the width changes.
    func endGroup() {
      start += (position + 8 * width - 1) / (8 * width) * width
      position = 0
    }
    while start * 8 + position + width <= bytes.count * 8 {
      var code = 0
      for bit in 0..<width {
        let at = start * 8 + position + bit
        code |= Int(bytes[at >> 3] >> UInt8(at & 7) & 1) << bit
      }
      position += width
      if blocks, code == clear {
        endGroup()
        (width, next, previous) = (9, 257, nil)
        continue
      }
      var walk = code
      if code >= next {
        guard let previous, code == next else { throw damaged(path) }
        reversed.append(first)
        walk = previous
      }
      while walk >= 256 {
        guard walk != clear || !blocks else { throw damaged(path) }
        reversed.append(ends[walk])
        walk = Int(prefixes[walk])
      }
      first = UInt8(walk)
      guard output.count + reversed.count < limit else { throw DataFile.tooLarge(path, limit) }
      output.append(first)
      output.append(contentsOf: reversed.reversed())
      reversed.removeAll(keepingCapacity: true)
      if let previous, next < 1 << widest {
        prefixes[next] = UInt16(previous)
        ends[next] = first
        next += 1
        if next == 1 << width, width < widest {
          endGroup()
          width += 1
        }
      }
      previous = code
    }
    return output
  }

  private static func damaged(_ path: String) -> DataError {
    DataError(
      DatasetErrorCodes.damagedGzip, "the compressed data of `\(path)` are damaged",
      hint: "fetch the file again", at: .file(path: path, line: nil, column: nil))
  }
}
