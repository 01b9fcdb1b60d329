import Language
import Testing
import Workbench

/// Programs too large to read, made here rather than recorded.
@Suite struct HugeInputTests {
  private func codes(_ text: String) throws -> (codes: [String], status: Workbench.ExitStatus) {
    let transcript = try Transcript(Source(name: "huge.sparse", text: text), root: "/none")
    let codes = transcript.error.matches(of: /(?m)^error\[(E\d{4})\]/).map { String($0.1) }
    return (codes, transcript.status)
  }

  @Test(arguments: ["(", "[", "{", "-", "not ", "epsilon(", "2 ^ ", "[1, "])
  func tenThousandNested(_ opener: String) throws {
    let result = try codes("x = " + String(repeating: opener, count: 10_000) + "1\nprint 2\n")
    #expect(result.status == .rejected)
    #expect(!result.codes.isEmpty && result.codes.count <= 3)
  }

  @Test func tenThousandNestedAndClosed() throws {
    let brackets =
      String(repeating: "(", count: 10_000) + "1" + String(repeating: ")", count: 10_000)
    let result = try codes("x = \(brackets)\n")
    #expect(result.codes == ["E0308"])
    #expect(result.status == .rejected)
  }

  @Test func aLineOfAMegabyte() throws {
    let result = try codes("x = \"" + String(repeating: "é", count: 500_000) + "\" + 1\n")
    #expect(result.codes == ["E0506"])
  }

  @Test func aListOfAHundredThousand() throws {
    let numbers = (1...100_000).map(String.init).joined(separator: ", ")
    #expect(try codes("x = [\(numbers)]\nassert count(x) == 100000\n").status == .ok)
  }

  @Test func ofManyErrorsTheFirstAreTold() throws {
    let source = Source(name: "huge.sparse", text: String(repeating: "trian net\n", count: 500))
    let transcript = try Transcript(source, root: "/none")
    #expect(transcript.error.matches(of: /error\[E0202\]/).count == 200)
    #expect(transcript.error.contains("300 more errors"))
  }

  @Test func aNameOfAHundredThousandLetters() throws {
    let name = String(repeating: "n", count: 100_000)
    #expect(try codes("print \(name)\n").codes == ["E0201"])
  }
}
