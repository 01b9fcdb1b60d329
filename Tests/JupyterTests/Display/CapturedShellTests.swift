import Testing
import Workbench

@testable import Jupyter

@Suite(.timeLimit(.minutes(1))) struct CapturedShellTests {
  private func lines(
    of command: String, _ interruption: Interruption = Interruption()
  ) -> [String] {
    var lines: [String] = []
    CapturedShell(interruption) { lines.append($0) }.run(command)
    return lines
  }

  @Test func `what is printed is shown, the last line without its newline too`() {
    #expect(lines(of: "echo a; echo b >&2; printf c").joined(separator: "\n") == "a\nb\nc")
    #expect(lines(of: "true") == [])
    #expect(lines(of: "exit 3") == [])
  }

  @Test func `there is nothing to read`() {
    #expect(lines(of: "cat; echo done") == ["done"])
  }

  @Test func `an interrupt ends even what does not listen`() {
    let interruption = Interruption()
    interruption.ask()
    let start = ContinuousClock.now
    _ = lines(of: "sleep 30", interruption)
    _ = lines(of: "trap '' INT; while true; do sleep 1; done", interruption)
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
