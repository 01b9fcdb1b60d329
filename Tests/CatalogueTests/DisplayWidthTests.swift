import Catalogue
import Testing

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("größe", 5), ("gro\u{308}ße", 5), ("日本", 4), ("▕██░▏", 5), ("a\u{7}b", 2),
    ("🙂", 2), ("\u{200B}", 0),
  ])
  func `texts take the columns a terminal gives them`(_ text: String, _ columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("abcdef", 0, ""),
    ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("", 0, ""),
  ])
  func `cutting never exceeds the columns`(_ text: String, _ columns: Int, _ expected: String) {
    #expect(DisplayWidth.fitting(text, columns: columns) == expected)
    #expect(DisplayWidth.of(expected) <= columns)
  }

  @Test func `padding counts columns, not characters`() {
    #expect(DisplayWidth.padded("日本", columns: 6) == "日本  ")
    #expect(DisplayWidth.padded("abcdef", columns: 3) == "abcdef")
  }
}
