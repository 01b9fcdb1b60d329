import Catalogue
import Datasets
import Testing

@Suite("gzip")
struct GzipTests {
  let folder: TemporaryFolder
  let content = Array("1,a\n2,b\n".utf8)

  init() throws { folder = try TemporaryFolder() }

  func bytes(_ file: [UInt8], limit: Int = 1 << 20) throws -> DataFile.Content {
    let path = try folder.write("file.gz", file)
    return try DataFile(opening: path, for: .subject, limit: limit).content
  }

  func code(_ file: [UInt8], limit: Int = 1 << 20) -> ErrorCode? {
    do {
      _ = try bytes(file, limit: limit)
      return nil
    } catch { return (error as? DataError)?.code }
  }

  @Test("one member, several members, padding, empty content")
  func members() throws {
    #expect(try bytes(gzip(content)) == .bytes(content))
    #expect(try bytes(gzip(content) + gzip(content)) == .bytes(content + content))
    #expect(try bytes(gzip(content) + [0, 0, 0]) == .bytes(content))
    #expect(try bytes(gzip([])) == .bytes([]))
    let large = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 * $0 >> 3) }
    #expect(try bytes(gzip(large)) == .bytes(large))
  }

  @Test("a file that claims to be larger than the limit is refused before it is held")
  func bound() throws {
    let large = [UInt8](repeating: 0, count: 300_000)
    #expect(code(gzip(large), limit: 299_999) == DatasetErrorCodes.tooLarge)
    #expect(code(large, limit: 299_999) == DatasetErrorCodes.tooLarge)
    #expect(code(large, limit: 300_000) == nil)
    // 200 MiB out of 1.3 MB.
    #expect(code(Self.bomb(members: 200), limit: 64 << 20) == DatasetErrorCodes.tooLarge)
    #expect(
      try bytes(Self.bomb(members: 1), limit: 1 << 20)
        == .bytes([UInt8](repeating: 0, count: 1 << 20)))
  }

  @Test("truncation at every byte, and any wrong byte of a short file, never go unnoticed")
  func damage() throws {
    let file = gzip(content)
    for length in 2..<file.count {
      #expect(code(Array(file.prefix(length))) == DatasetErrorCodes.damagedGzip, "\(length)")
    }
    // Bytes 4 to 9 are time, flags and system, which mean nothing here.
    for position in Array(2..<4) + Array(10..<file.count) {
      var wrong = file
      wrong[position] ^= 0x55
      #expect(code(wrong) == DatasetErrorCodes.damagedGzip, "\(position)")
    }
    #expect(code(file + [1]) == DatasetErrorCodes.damagedGzip)
  }

  @Test("a compressed table is read like a plain one")
  func table() throws {
    let path = try folder.write("t.csv.gz", gzip(content))
    let plain = try folder.write("t.csv", content)
    let data = try load(path, ["test": .text(plain)])
    #expect(data.train == data.test && data.name == "t")
    let damaged = try folder.write("d.csv.gz", Array(gzip(content).dropLast(9)))
    #expect(refusal(damaged)?.code == DatasetErrorCodes.damagedGzip)
    #expect(refusal(damaged)?.place == .file(path: damaged, line: nil, column: nil))
  }

  /// Members of 1 MiB of zeros each: a literal 0, then copies of 258 bytes from one byte back, 13
  /// bits each under the fixed Huffman codes (RFC 1951, 3.2.6), about 6.6 KB in all.
  static func bomb(members: Int) -> [UInt8] {
    var member = BitWriter()
    let total = 1 << 20
    // Fixed Huffman codes: literal 0 is 00110000, length 258 is 11000101, distance 1 is 00000.
    member.put(1, 1)
    member.put(1, 2)
    member.code(0b0011_0000, 8)
    for _ in 0..<((total - 1) / 258) {
      member.code(0b1100_0101, 8)
      member.code(0, 5)
    }
    for _ in 0..<((total - 1) % 258) { member.code(0b0011_0000, 8) }
    member.code(0, 7)
    let trailer = gzip([UInt8](repeating: 0, count: total)).suffix(8)
    let one = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255] + member.bytes + trailer
    return Array([[UInt8]](repeating: one, count: members).joined())
  }
}

/// Writes bits as deflate wants them: from each byte's lowest; codes from their highest bit.
private struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var used = 8

  mutating func put(_ value: Int, _ width: Int) {
    for bit in 0..<width {
      if used == 8 {
        bytes.append(0)
        used = 0
      }
      bytes[bytes.count - 1] |= UInt8(value >> bit & 1) << UInt8(used)
      used += 1
    }
  }

  mutating func code(_ value: Int, _ width: Int) {
    for bit in stride(from: width - 1, through: 0, by: -1) { put(value >> bit & 1, 1) }
  }
}
