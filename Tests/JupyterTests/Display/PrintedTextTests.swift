import Testing

@testable import Jupyter

struct PrintedTextTests {
  private let start = ContinuousClock.now

  @Test func `lines are shown at once, and what follows them waits`() {
    var text = PrintedText()
    #expect(text.take(Array("a".utf8), at: start) == nil)
    #expect(text.take(Array("b\nc\nd".utf8), at: start) == "ab\nc\n")
    #expect(text.due(at: start + .milliseconds(10)) == nil)
    #expect(text.due(at: start + .milliseconds(60)) == "d")
    #expect(text.due(at: start + .seconds(9)) == nil)
    #expect(text.take(Array("e".utf8), at: start + .seconds(9)) == nil)
    #expect(text.end() == "e\n")
  }

  @Test func `a last line is ended, and no other`() {
    var text = PrintedText()
    #expect(text.end() == nil)
    #expect(text.take([10], at: start) == "\n")
    #expect(text.end() == nil)
    #expect(text.take([65], at: start) == nil)
    #expect(text.due(at: start + .seconds(1)) == "A")
    #expect(text.end() == "\n")
  }

  @Test(arguments: ["é", "€", "😀", "aé", "x😀"])
  func `no character is cut in two`(word: String) {
    let bytes = Array(word.utf8)
    for count in 1..<bytes.count {
      var text = PrintedText()
      var shown = text.take(Array(bytes[..<count]), at: start) ?? ""
      shown += text.due(at: start + .seconds(1)) ?? ""
      shown += text.take(Array(bytes[count...]), at: start + .seconds(1)) ?? ""
      shown += text.due(at: start + .seconds(2)) ?? ""
      #expect(shown == word, "after \(count) bytes")
    }
  }

  @Test func `what is no text is shown too`() {
    var text = PrintedText()
    #expect(text.take([0xFF, 0x80, 0x80, 0x80, 0x80], at: start) == nil)
    #expect(text.due(at: start + .seconds(1))?.isEmpty == false)
    #expect(text.take([0xF0], at: start + .seconds(2)) == nil)
    #expect(text.due(at: start + .seconds(3)) == nil)
    #expect(text.end() == "\u{FFFD}\n")
  }

  /// 64 MB without a newline, in pieces of 1 KB. Searched anew with each piece, they would take hours.
  @Test(.timeLimit(.minutes(1))) func `a line without end does not pile up`() {
    var text = PrintedText()
    let piece = Array(String(repeating: "é", count: 512).utf8)
    var shown = 0
    for number in 1...65_536 {
      shown += text.take(piece, at: start)?.utf8.count ?? 0
      #expect(number * 1024 - shown < PrintedText.mostWaiting)
    }
  }
}
