import Catalogue
import Testing

@testable import Datasets

@Suite("Unix compress")
struct UnixCompressTests {
  private func expand(_ bytes: [UInt8], limit: Int = 1 << 20) throws(DataError) -> [UInt8] {
    try UnixCompress.expand(bytes, "file.Z", limit)
  }

  @Test("what `compress` wrote, with codes that widen and a table that is cleared")
  func reference() throws {
    #expect(
      try expand(ReferenceTable.bytes("x_train.txt.Z")) == ReferenceTable.bytes("x_train.txt"))
    // Numbers in decimals, then letters: the table fills, and no longer fits.
    var text = ""
    for number in 0..<9000 { text += "\(number * number % 99_991)\n" }
    for number in 0..<9000 { text += String(UnicodeScalar(UInt8(97 + number * number % 23))) }
    #expect(try expand(ReferenceTable.bytes("long.txt.Z")) == Array(text.utf8))
  }

  @Test("is read wherever a file is")
  func files() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x_train.txt.Z", ReferenceTable.bytes("x_train.txt.Z"))
    #expect(
      try DataFile(opening: path, for: .subject).content
        == .bytes(ReferenceTable.bytes("x_train.txt")))
    #expect(PathText.existing(folder.path + "/x_train.txt") == path)
  }

  @Test("more than the limit, and what no `compress` writes, is refused")
  func refused() throws {
    let good = ReferenceTable.bytes("x_train.txt.Z")
    #expect(throws: DataError.self) { try expand(good, limit: 900) }
    #expect(throws: DataError.self) { try expand([0x1F, 0x9D, 0x88, 1, 2, 3]) }
    #expect(throws: DataError.self) { try expand([0x1F, 0x9D, 0x90, 255, 255, 255]) }
    #expect(try expand([0x1F, 0x9D, 0x90]) == [])
    var state: UInt64 = 7
    for _ in 0..<300 {
      let noise = (0..<200).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 40)
      }
      _ = try? expand([0x1F, 0x9D, 0x80 | UInt8(9 + state % 8)] + noise)
    }
  }
}
