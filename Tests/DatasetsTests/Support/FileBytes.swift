/// An IDX file of unsigned bytes.
func idx(_ sizes: [Int], _ content: [UInt8]) -> [UInt8] {
  [0, 0, 8, UInt8(sizes.count)] + sizes.flatMap(bigEndian) + content
}

/// A number as four bytes, the highest first.
func bigEndian(_ number: Int) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
}

/// A gzip file that stores its content as it is (RFC 1951, 3.2.4; RFC 1952).
func gzip(_ content: [UInt8]) -> [UInt8] {
  var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
  var start = 0
  repeat {
    let end = min(start + 65_535, content.count)
    let size = UInt16(end - start)
    file.append(end == content.count ? 1 : 0)
    for word in [size, ~size] { file += [UInt8(word & 255), UInt8(word >> 8)] }
    file += content[start..<end]
    start = end
  } while start < content.count
  for word in [crc32(content), UInt32(truncatingIfNeeded: content.count)] {
    file += [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: word >> $0) }
  }
  return file
}

private func crc32(_ content: [UInt8]) -> UInt32 {
  var remainder = ~UInt32(0)
  for byte in content {
    remainder ^= UInt32(byte)
    for _ in 0..<8 {
      remainder = remainder >> 1 ^ (remainder & 1 == 1 ? 0xEDB8_8320 : 0)
    }
  }
  return ~remainder
}
