import Catalogue
import Terminal
import Testing

struct CandidateListTests {
  private let policies = [
    PromptCandidate("set", detail: "removes the smallest weights, adds at random"),
    PromptCandidate("static", detail: "changes nothing"), PromptCandidate("rigl"),
  ]

  @Test func `a few candidates stand one on a line with what they are`() {
    let text = CandidateList(candidates: policies, color: false).text(columns: 80, rows: 24)
    #expect(
      text == """
          set     removes the smallest weights, adds at random
          static  changes nothing
          rigl

        """)
  }

  @Test func `what they are is cut at the width, and dimmed with colour`() {
    let plain = CandidateList(candidates: policies, color: false).text(columns: 30, rows: 24)
    #expect(plain.hasPrefix("  set     removes the smalle…\n"))
    let colored = CandidateList(candidates: policies, color: true).text(columns: 30, rows: 24)
    #expect(colored.hasPrefix("  set     \u{1B}[2mremoves the smalle…\u{1B}[0m\n"))
  }

  @Test func `on a narrow screen names stand alone`() {
    let text = CandidateList(candidates: policies, color: false).text(columns: 12, rows: 24)
    #expect(text == "  set\n  static\n  rigl\n")
  }

  @Test func `many candidates stand in columns, read downwards`() {
    let candidates = (1...10).map { PromptCandidate("c\($0)", detail: "number \($0)") }
    let text = CandidateList(candidates: candidates, color: false).text(columns: 16, rows: 10)
    #expect(text == "  c1   c5   c9 \n  c2   c6   c10\n  c3   c7 \n  c4   c8 \n")
  }

  @Test func `what does not fit the screen is counted`() {
    let candidates = (1...856).map { PromptCandidate("candidate\($0)") }
    let text = CandidateList(candidates: candidates, color: false).text(columns: 80, rows: 24)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 22)
    #expect(lines.last == "  … and 751 more")
    #expect(lines.allSatisfy { DisplayWidth.of($0) < 80 })
  }

  @Test(arguments: [(1, 1), (2, 1), (1, 50), (5, 3)])
  func `the smallest screens are no trouble`(_ columns: Int, _ rows: Int) {
    let text = CandidateList(candidates: policies, color: false).text(columns: columns, rows: rows)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(!lines.isEmpty)
    #expect(lines.dropLast().allSatisfy { DisplayWidth.of($0) < max(2, columns) })
  }

  @Test func `a list of nothing is nothing`() {
    #expect(CandidateList(candidates: [], color: false).text(columns: 80, rows: 24) == "")
  }
}
