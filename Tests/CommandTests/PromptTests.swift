import FoundationEssentials
import TestSupport
import Testing

/// The prompt as a whole: inputs and results, several lines, history, leaving.
@Suite(.serialized) struct PromptTests {
  @Test func `it says who it is and what helps, then waits`() throws {
    let terminal = try PromptTerminal.open()
    let lines = terminal.transcript.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first?.hasPrefix("sparsesh ") == true)
    #expect(lines.dropFirst().first?.contains("?train explains one") == true)
    try PromptTerminal.leave(terminal)
  }

  @Test func `quiet leaves the banner out`() throws {
    let terminal = try PromptTerminal.open(["--quiet"])
    #expect(terminal.transcript == "In [1]: ")
    try PromptTerminal.leave(terminal)
  }

  @Test func `expressions show their values, and later ones refer to them`() throws {
    let terminal = try PromptTerminal.open()
    try terminal.send("6 * 7\r")
    try terminal.expect("Out[1]: 42\nIn [2]: ")
    try terminal.send("30%\r")
    try terminal.expect("Out[2]: 0.3\nIn [3]: ")
    try terminal.send("_ + 1\r")
    try terminal.expect("Out[3]: 1.3\nIn [4]: ")
    try terminal.send("x = _1 / 2; x - 1\r")
    try terminal.expect("Out[4]: 20\nIn [5]: ")
    try terminal.send("x = 5\r")
    try terminal.expect("x = 5\nIn [6]: ")
    try terminal.send("print \"x is\", x\r")
    try terminal.expect("\nx is 5\nIn [7]: ")
    try PromptTerminal.leave(terminal)
  }

  @Test func `an error is shown with its place, and everything is still there`() throws {
    let terminal = try PromptTerminal.open()
    try terminal.send("lr = 0.25\r")
    try terminal.expect("In [2]: ")
    try terminal.send("lr + unknown\r")
    try terminal.expect("error[E0201]: `unknown` is not bound to a value\n")
    try terminal.expect("  --> input 2:1:6\n")
    try terminal.expect("In [3]: ")
    try terminal.send("1 / 0\r")
    try terminal.expect("error[E0502]")
    try terminal.expect("In [4]: ")
    try terminal.send("lr\r")
    try terminal.expect("Out[4]: 0.25")
    try terminal.send("%explain\r")
    try terminal.expect("E0502: ")
    try PromptTerminal.leave(terminal)
  }

  // MARK: Several lines

  @Test func `an open brace goes on, and Up recalls the whole statement`() throws {
    let terminal = try PromptTerminal.open()
    try terminal.send("net = network in-8-out {\r")
    try terminal.expect("   ...: ")
    try terminal.send("dropout=10%\r")
    try terminal.expect("dropout=10%\n   ...: ")
    try terminal.send("}\r")
    try terminal.expect("net: network in-8-out ")
    try terminal.expect("dropout=")
    try terminal.expect("In [2]: ")
    try terminal.send(key: .up)
    try terminal.expect(
      lastLines: "In [2]: net = network in-8-out {", "   ...:   dropout=10%", "   ...:   }")
    try terminal.send("\r")
    try terminal.expect("net: network in-8-out ")
    try terminal.expect("In [3]: ")
    try PromptTerminal.leave(terminal)
  }

  @Test func `a wrong bracket submits and shows the error`() throws {
    let terminal = try PromptTerminal.open()
    try terminal.send("[1, 2)\r")
    try terminal.expect("error[E03")
    try terminal.expect("In [2]: ")
    try PromptTerminal.leave(terminal)
  }

  @Test func `pasted lines are one input`() throws {
    let terminal = try PromptTerminal.open()
    try terminal.paste("a = 1\rb = [\r  a + 1,\r]\rb[1] * 10")
    try terminal.send("\r")
    try terminal.expect("Out[1]: 20\nIn [2]: ")
    try terminal.send("a + 2\r")
    try terminal.expect("Out[2]: 3")
    try PromptTerminal.leave(terminal)
  }

  @Test func `lines that arrive as if typed are run one after the other`() throws {
    let terminal = try PromptTerminal.open()
    try terminal.send("a = 1\rb = a + 1\r\rprint a\rb * 100\r")
    try terminal.expect("Out[4]: 200\nIn [5]: ")
    try PromptTerminal.leave(terminal)
  }

  // MARK: History

  @Test func `history goes from session to session`() throws {
    try TemporaryFolder.with { folder in
      let history = folder.path + "/state/history"
      let first = try PromptTerminal.open(history: history)
      try first.paste("lists = [\r1,\r2]")
      try first.send("\r")
      try first.expect("In [2]: ")
      try first.send("6 * 7\r")
      try first.expect("Out[2]: 42")
      try PromptTerminal.leave(first)
      #expect(FileManager.default.fileExists(atPath: history))

      let second = try PromptTerminal.open(history: history)
      try second.send(key: .up)
      try second.expect("6 * 7")
      try second.send(key: .up)
      try second.expect("lists = [\n   ...: 1,\n   ...: 2]")
      try second.send("\r")
      try second.expect("In [2]: ")
      try second.send("count(lists)\r")
      try second.expect("Out[2]: 2")
      try PromptTerminal.leave(second)
    }
  }

  // MARK: Help and commands

  @Test func `a question mark explains verbs and names of one's own`() throws {
    let terminal = try PromptTerminal.open()
    try terminal.send("?train\r")
    try terminal.expect("trains a network while its policy moves its connections")
    try terminal.expect("epochs=10")
    try terminal.expect("In [2]: ")
    try terminal.send("rate = 0.5\r")
    try terminal.expect("In [3]: ")
    try terminal.send("rate?\r")
    try terminal.expect("rate: number\n  0.5\n")
    try terminal.expect("In [4]: ")
    try terminal.send("?nonsense\r")
    try terminal.expect("error[E0240]: nothing is called `nonsense`")
    try PromptTerminal.leave(terminal)
  }

  @Test func `a question mark alone lists all words on one screen`() throws {
    let terminal = try PromptTerminal.open(columns: 80, rows: 30)
    try terminal.send("?\r")
    try terminal.expect("verbs ")
    try terminal.expect("?train explains one word; `help` lists all with what they are\nIn [2]: ")
    #expect(terminal.screen.lines.contains("In [1]: ?"))
    try PromptTerminal.leave(terminal)
  }

  @Test func `percent commands work, and a wrong one is told`() throws {
    let terminal = try PromptTerminal.open()
    try terminal.send("a = 1\r")
    try terminal.expect("In [2]: ")
    try terminal.send("%who\r")
    try terminal.expect("\na  1\nIn [3]: ")
    try terminal.send("%undo\r")
    try terminal.expect("In [4]: ")
    try terminal.send("a\r")
    try terminal.expect("error[E0201]: `a` is not bound")
    try terminal.send("%whom\r")
    try terminal.expect("there is no command `%whom`")
    try terminal.expect("did you mean `%who`?")
    try PromptTerminal.leave(terminal)
  }

  @Test func `shell commands run, unless the session is safe`() throws {
    let terminal = try PromptTerminal.open()
    try terminal.send("!echo h''i\r")
    try terminal.expect("\nhi\nIn [2]: ")
    try PromptTerminal.leave(terminal)
    let safe = try PromptTerminal.open(["--safe"])
    try safe.send("!echo h''i\r")
    try safe.expect("error[E0571]: shell commands are refused under --safe")
    try safe.expect("In [2]: ")
    #expect(!safe.transcript.contains("\nhi\n"))
    try PromptTerminal.leave(safe)
  }

  @Test func `the last input is edited and run again`() throws {
    let change = ["EDITOR": "sed -i s/7/9/"]
    let terminal = try PromptTerminal.open(environment: change)
    try terminal.send("6 * 7\r")
    try terminal.expect("Out[1]: 42\nIn [2]: ")
    try terminal.send("%edit\r")
    try terminal.expect("\n6 * 9\nOut[2]: 54\nIn [3]: ")
    try PromptTerminal.leave(terminal)
    let failing = try PromptTerminal.open(environment: ["EDITOR": "false"])
    try failing.send("%edit\r")
    try failing.expect("note: the editor `false` failed; nothing was run\nIn [2]: ")
    try PromptTerminal.leave(failing)
    let safe = try PromptTerminal.open(["--safe"], environment: change)
    try safe.send("%edit\r")
    try safe.expect("error[E0571]")
    try PromptTerminal.leave(safe)
  }

  // MARK: Settings

  @Test func `colours follow the setting at once`() throws {
    let terminal = try PromptTerminal.open(environment: ["NO_COLOR": ""])
    try terminal.expectEditing()
    #expect(terminal.rawOutput.contains("\u{1B}[32mIn [1]: "))
    try terminal.send("set color=never\r")
    try terminal.expect("In [2]: ")
    try terminal.expectEditing()
    let before = terminal.rawOutput.count
    try terminal.send("1 / 0\r")
    try terminal.expect("In [3]: ")
    let plain = String(terminal.rawOutput.dropFirst(before))
    #expect(plain.contains("error[E0502]: division by zero"))
    #expect(!plain.contains("\u{1B}[32m"))
    try terminal.send("set color=always\r")
    try terminal.expect("In [4]: ")
    try terminal.send("1 / 0\r")
    try terminal.expect("In [5]: ")
    #expect(terminal.rawOutput.dropFirst(before).contains("\u{1B}[1;31merror[E0502]"))
    try PromptTerminal.leave(terminal)
  }

  // MARK: Leaving

  @Test(arguments: ["exit", "quit", " exit ", "exit()"])
  func `words leave too`(_ word: String) throws {
    let terminal = try PromptTerminal.open()
    try terminal.send(word + "\r")
    #expect(try terminal.exitCode() == 0)
  }

  @Test func `a name of one's own called exit is a name`() throws {
    let terminal = try PromptTerminal.open()
    try terminal.send("exit = 3\r")
    try terminal.expect("In [2]: ")
    try terminal.send("exit\r")
    try terminal.expect("Out[2]: 3\nIn [3]: ")
    try PromptTerminal.leave(terminal)
  }

  @Test func `a terminal that hangs up ends it`() throws {
    let terminal = try PromptTerminal.open()
    try terminal.send("x = [1,\r")
    try terminal.expect("...: ")
    terminal.hangUp()
    #expect([0, 129].contains(try terminal.exitCode()))
  }
}
