import Foundation
import Testing
import Workbench

@testable import Jupyter

@Suite(.timeLimit(.minutes(1))) struct CapturedShellTests {
  /// What a command printed, piece by piece, and how long it took.
  private func pieces(
    of command: String, _ interruption: Interruption = Interruption()
  ) -> (texts: [String], seconds: Double) {
    let start = ContinuousClock.now
    var texts: [String] = []
    CapturedShell(interruption) { texts.append($0) }.run(command)
    return (texts, (ContinuousClock.now - start) / .seconds(1))
  }

  private func text(
    of command: String, _ interruption: Interruption = Interruption()
  ) -> String { pieces(of: command, interruption).texts.joined() }

  private var interrupted: Interruption {
    let interruption = Interruption()
    interruption.ask()
    return interruption
  }

  @Test func `what is printed is shown, the last line without its newline too`() {
    #expect(text(of: "echo a; echo b >&2; printf c") == "a\nb\nc\n")
    #expect(text(of: "printf a; sleep 0.3; printf b") == "ab\n")
    #expect(pieces(of: "true").texts == [])
    #expect(pieces(of: "exit 3").texts == [])
  }

  @Test func `all of much is shown`() {
    let printed = text(of: "seq 1 100000")
    #expect(printed == (1...100_000).map { "\($0)\n" }.joined())
    #expect(text(of: "head -c 300000 /dev/zero | tr '\\0' x").count == 300_001)
  }

  @Test func `there is nothing to read`() {
    #expect(text(of: "cat; echo done") == "done\n")
  }

  @Test func `a line that is not ended is shown while the command goes on`() {
    var first: Duration?
    let start = ContinuousClock.now
    CapturedShell(Interruption()) { _ in first = first ?? (ContinuousClock.now - start) }
      .run("printf 'how far: '; sleep 3; echo all")
    #expect(first.map { $0 < .seconds(2) } == true)
  }

  @Test func `an interrupt ends even what does not listen`() {
    #expect(pieces(of: "sleep 30", interrupted).seconds < 10)
    let stubborn = "trap '' INT; while true; do sleep 1; done"
    #expect(pieces(of: stubborn, interrupted).seconds < 10)
  }

  /// Signals as often as something is printed would leave it no time to obey.
  @Test func `what hears an interrupt has time to end`() {
    let busy = "trap 'sleep 0.2; echo obeyed; exit' INT; while true; do echo busy; done"
    let interruption = Interruption()
    var isObeyed = false
    CapturedShell(interruption) { text in
      interruption.ask()
      isObeyed = isObeyed || text.contains("obeyed")
    }.run(busy)
    #expect(isObeyed)
  }

  /// It holds the pipe open where no signal to the group reaches it.
  @Test func `what is left in the background is not waited for`() throws {
    let (texts, seconds) = pieces(of: "setsid sleep 31 & echo $!")
    #expect(seconds < 10)
    #expect(kill(try #require(pid_t(texts.joined().dropLast())), SIGKILL) == 0)
  }

  @Test func `nor after an interrupt`() throws {
    let interruption = Interruption()
    var printed = ""
    let start = ContinuousClock.now
    CapturedShell(interruption) { text in
      printed += text
      interruption.ask()
    }.run("setsid sleep 31 & sleep 0.5; echo $!; sleep 30")
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(kill(try #require(pid_t(printed.dropLast())), SIGKILL) == 0)
  }

  @Test(arguments: ["sleep 0.02", ":"])
  func `nor is what never stops printing there`(pause: String) throws {
    let command = "echo first; (while true; do echo more; \(pause); done) & echo $! >&2"
    let (texts, seconds) = pieces(of: command)
    #expect(texts.joined().hasPrefix("first\n"))
    #expect(seconds < 10)
    let lines = texts.joined().split(separator: "\n")
    _ = kill(try #require(lines.compactMap { pid_t($0) }.first), SIGKILL)
  }

  @Test func `a command that prints nowhere hears an interrupt`() {
    #expect(pieces(of: "exec >/dev/null 2>&1; sleep 30", interrupted).seconds < 10)
    let stubborn = "trap '' INT; exec >/dev/null 2>&1; while true; do sleep 1; done"
    #expect(pieces(of: stubborn, interrupted).seconds < 10)
  }

  @Test func `and is waited for`() {
    #expect(pieces(of: "exec >/dev/null 2>&1; sleep 0.5").seconds > 0.4)
  }
}
