import Catalogue
import Testing

@Suite struct MemorySizeTests {
  @Test(
    arguments: [
      ("8GB", 8 << 30), ("8 GB", 8 << 30), ("8gb", 8 << 30), ("8GiB", 8 << 30), ("8G", 8 << 30),
      ("1.5kB", 1536), ("500MB", 500 << 20), ("2 TB", 2 << 40), ("4096", 4096), ("12B", 12),
    ] as [(String, UInt64)])
  func sizesAreRead(text: String, bytes: UInt64) { #expect(MemorySize.bytes(text) == bytes) }

  @Test(arguments: [
    "", "GB", "8XB", "-8GB", "0", "1.2.3GB", "8GBs", "1e9", "99999999999TB", "0.5B", "٣GB", "∞",
  ])
  func otherTextsAreNone(text: String) { #expect(MemorySize.bytes(text) == nil) }

  @Test func sizesAreWritten() {
    let texts = ([0, 1000, 5 << 20, 3 << 29, 9 << 30, 3 << 40] as [UInt64]).map(MemorySize.text)
    #expect(texts == ["0.0 kB", "1.0 kB", "5.0 MB", "1.5 GB", "9.0 GB", "3.0 TB"])
  }
}
