import Glibc
import Terminal
import Testing

struct PlainInputTests {
  /// Goes on while a bracket is open.
  private final class Brackets: PromptSession {
    func execute(_ text: String, input: Int) -> PromptOutcome { .done }
    func complete(_ text: String, at offset: Int) -> PromptCompletion {
      PromptCompletion(start: 0, candidates: [])
    }
    func completeness(of text: String) -> PromptCompleteness {
      text.count { $0 == "(" } > text.count { $0 == ")" } ? .incomplete(indent: "  ") : .complete
    }
    func interrupt() {}
  }

  private func readings(of bytes: [UInt8]) -> [Reading] {
    var ends: [Int32] = [-1, -1]
    #expect(pipe(&ends) == 0)
    #expect(write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
    defer { close(ends[0]) }
    let input = PlainInput(session: Brackets(), descriptor: ends[0])
    var readings: [Reading] = []
    repeat { readings.append(input.read(PromptText(input: 1))) } while readings.last != .end
    return readings
  }

  @Test func `a line is an input, and lines make one while it is incomplete`() {
    #expect(
      readings(of: Array("a\n\nb (\n  c\n)\nd\n".utf8)) == [
        .input("a"), .input(""), .input("b (\n  c\n)"), .input("d"), .end,
      ])
  }

  @Test func `the last line needs no newline, and need not be complete`() {
    #expect(readings(of: Array("a\nb".utf8)) == [.input("a"), .input("b"), .end])
    #expect(readings(of: Array("a (\nb\n".utf8)) == [.input("a (\nb"), .end])
    #expect(readings(of: Array("a (\nb".utf8)) == [.input("a (\nb"), .end])
  }

  @Test func `bytes that are not UTF-8 are replaced`() {
    #expect(readings(of: [0x61, 0xFF, 0x62, 0x0A]) == [.input("a\u{FFFD}b"), .end])
  }

  @Test func `nothing is the end`() {
    #expect(readings(of: []) == [.end])
  }
}
