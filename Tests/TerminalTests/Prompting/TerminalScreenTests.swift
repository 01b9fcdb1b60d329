import TestSupport
import Testing

/// The screen on which the tests of the prompt rely.
struct TerminalScreenTests {
  private func lines(_ text: String, columns: Int = 10, rows: Int = 3) -> [String] {
    var screen = TerminalScreen(columns: columns, rows: rows)
    screen.show(text)
    return screen.lines
  }

  @Test func `lines end, wrap and scroll`() {
    #expect(lines("a\r\nb") == ["a", "b"])
    #expect(lines("a\nb") == ["a", " b"])
    #expect(lines("0123456789") == ["0123456789"])
    #expect(lines("0123456789a") == ["0123456789", "a"])
    #expect(lines("1\r\n2\r\n3\r\n4") == ["2", "3", "4"])
  }

  @Test func `the cursor moves and characters are overwritten`() {
    #expect(lines("abc\rX") == ["Xbc"])
    #expect(lines("abc\u{8}\u{8}X") == ["aXc"])
    #expect(lines("a\r\nb\u{1B}[AX\u{1B}[2CY") == ["aX  Y", "b"])
    #expect(lines("a\r\nb\u{1B}[HX\u{1B}[3;2HY") == ["X", "b", " Y"])
  }

  @Test func `parts are erased, inserted and deleted`() {
    #expect(lines("abcdef\r\u{1B}[2C\u{1B}[K") == ["ab"])
    #expect(lines("abc\r\n\u{1B}[Hd\u{1B}[J") == ["d"])
    #expect(lines("abcdef\r\u{1B}[2P") == ["cdef"])
    #expect(lines("abc\r\u{1B}[2@X") == ["X abc"])
  }

  @Test func `colours, titles and modes leave no trace`() {
    #expect(
      lines("\u{1B}[32ma\u{1B}[0m\u{1B}[?2004h\u{1B}]0;title\u{7}b\u{1B}(B\u{1B}=c") == ["abc"])
  }
}
