import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// The prompt on a terminal, as a user meets it: a program with a session that knows no language
/// (Tests/PromptProbe), where an input goes on while brackets are open.
@Suite(.serialized) struct PromptTests {
  private func probe(
    history: String = "", columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]
  ) throws -> Pseudoterminal {
    let environment = ["SPARSESH_HISTORY": history, "NO_COLOR": "1"].merging(environment) { $1 }
    let terminal = try Pseudoterminal(
      BuiltProducts.path(of: "PromptProbe"), environment: environment, columns: columns, rows: rows)
    try terminal.expect("probe of the prompt\nIn [1]: ")
    return terminal
  }

  /// Ends the program as a user does, and expects it to leave in order.
  private func leave(_ terminal: Pseudoterminal) throws {
    try terminal.expectEditing()
    try terminal.send(control: "d")
    #expect(try terminal.exitCode() == 0)
  }

  @Test func `inputs are run and counted, blank ones are neither`() throws {
    let terminal = try probe()
    try terminal.send("hello\r")
    try terminal.expect("Out[1]: <hello>\nIn [2]: ")
    try terminal.send("\r")
    try terminal.expect("\nIn [2]: ")
    try terminal.send("  \r")
    try terminal.expect("\nIn [2]: ")
    try terminal.send("again\r")
    try terminal.expect("Out[2]: <again>\nIn [3]: ")
    try leave(terminal)
  }

  @Test func `the end of input leaves on a line of its own`() throws {
    let terminal = try probe()
    try terminal.send(control: "d")
    #expect(try terminal.exitCode() == 0)
    #expect(terminal.transcript == "probe of the prompt\nIn [1]: \n")
  }

  @Test func `a session can ask to leave`() throws {
    let terminal = try probe()
    try terminal.send("leave 7\r")
    #expect(try terminal.exitCode() == 7)
  }

  // MARK: Completion

  @Test func `Tab completes the only candidate`() throws {
    let terminal = try probe()
    try terminal.send("net\t")
    try terminal.expect("network ")
    try terminal.send("x\r")
    try terminal.expect("Out[1]: <network x>")
    try leave(terminal)
  }

  @Test func `Tab inserts what several have in common and lists them`() throws {
    let terminal = try probe()
    try terminal.send("w\t")
    try terminal.expect(
      lastLines: "In [1]: w", "  words     all that can be completed",
      "  wordless  without a word", "In [1]: word")
    try terminal.send("l\t\r")
    try terminal.expect("Out[1]: <wordless >")
    try leave(terminal)
  }

  @Test func `Tab completes in the middle, beyond ASCII and in further lines`() throws {
    let terminal = try probe()
    try terminal.send("ü (\r")
    try terminal.expect("   ...:   ")
    try terminal.send("gr\t)\r")
    try terminal.expect("Out[1]: <ü (|  größe )>")
    try terminal.send("größe ne after")
    for _ in 0..<6 { try terminal.send(key: .left) }
    try terminal.send("\t\r")
    try terminal.expect("Out[2]: <größe network after>")
    try leave(terminal)
  }

  @Test func `Tab without candidates changes nothing`() throws {
    let terminal = try probe()
    try terminal.send("xyz\tend\r")
    try terminal.expect("Out[1]: <xyzend>")
    try leave(terminal)
  }

  @Test func `inside quotes files are completed`() throws {
    try TemporaryFolder.with { folder in
      try Data().write(to: folder.appending(path: "measured.csv"))
      let terminal = try probe(columns: 300)
      try terminal.send("open \"\(folder.path)/mea\t\r")
      try terminal.expect("Out[1]: <open \"\(folder.path)/measured.csv\">")
      try leave(terminal)
    }
  }

  // MARK: Several lines

  @Test func `an open bracket goes on in a further line, and Up recalls all as one`() throws {
    let terminal = try probe()
    try terminal.send("a (\rb,\rc)\r")
    try terminal.expect("Out[1]: <a (|")
    try terminal.expect("In [2]: ")
    try terminal.send(key: .up)
    try terminal.expect(lastLines: "In [2]: a (", "   ...: b,", "   ...: c)")
    try terminal.send("\r")
    try terminal.expect("Out[2]: <a (|b,|c)>\nIn [3]: ")
    try leave(terminal)
  }

  @Test func `typed lines are indented`() throws {
    let terminal = try probe()
    try terminal.send("a (\r")
    try terminal.expect("   ...:   ")
    try terminal.send("b\r")
    try terminal.expect("   ...:   ")
    try terminal.send(")\r")
    try terminal.expect("Out[1]: <a (|  b|  )>")
    try leave(terminal)
  }

  @Test func `a wrong bracket submits, Alt-Return goes on`() throws {
    let terminal = try probe()
    try terminal.send("a )\r")
    try terminal.expect("Out[1]: <a )>\nIn [2]: ")
    try terminal.send("b")
    try terminal.send(key: .altEnter)
    try terminal.send("c\r")
    try terminal.expect("Out[2]: <b|c>")
    try leave(terminal)
  }

  @Test func `an earlier line can be changed`() throws {
    let terminal = try probe()
    try terminal.send("a (\r")
    try terminal.expect("   ...:   ")
    try terminal.send("b)")
    try terminal.send(key: .home)
    try terminal.send("x ")
    try terminal.expect(lastLines: "In [1]: x a (", "   ...:   b)")
    try terminal.send("\r")
    try terminal.expect("Out[1]: <x a (|  b)>")
    try leave(terminal)
  }

  @Test func `pasted lines are one input, to be looked at before Return`() throws {
    let terminal = try probe()
    try terminal.paste("a = 1\rb = 2 (\r    c\r)")
    try terminal.expect(
      lastLines: "In [1]: a = 1", "   ...: b = 2 (", "   ...:     c", "   ...: )")
    try terminal.send("\r")
    try terminal.expect("Out[1]: <a = 1|b = 2 (|    c|)>\nIn [2]: ")
    try leave(terminal)
  }

  @Test func `lines pasted as if typed run one after the other, with their own indent`() throws {
    let terminal = try probe()
    try terminal.send("one\rtwo (\r  three\r)\rfour\r")
    try terminal.expect("Out[1]: <one>")
    try terminal.expect("Out[2]: <two (|  three|)>")
    try terminal.expect("Out[3]: <four>\nIn [4]: ")
    try leave(terminal)
  }

  // MARK: History

  @Test func `history is kept from session to session`() throws {
    try TemporaryFolder.with { folder in
      let history = folder.path + "/state/history"
      let first = try probe(history: history)
      try first.paste("alpha (\r)")
      try first.send("\r")
      try first.expect("In [2]: ")
      try first.send("beta\r")
      try first.expect("Out[2]")
      try leave(first)

      let second = try probe(history: history)
      try second.send(key: .up)
      try second.expect(lastLines: "In [1]: beta")
      try second.send(key: .up)
      try second.expect(lastLines: "In [1]: alpha (", "   ...: )")
      try second.send("\r")
      try second.expect("Out[1]: <alpha (|)>")
      try leave(second)
    }
  }

  @Test func `editing a recalled entry and giving up leaves it as it was`() throws {
    let terminal = try probe()
    try terminal.send("original\r")
    try terminal.expect("In [2]: ")
    try terminal.send(key: .up)
    try terminal.send("XX")
    try terminal.expect("originalXX")
    try terminal.send(control: "c")
    try terminal.expect("^C\nIn [2]: ")
    try terminal.send(key: .up)
    try terminal.send("\r")
    try terminal.expect("Out[2]: <original>")
    try leave(terminal)
  }

  @Test func `a history that cannot be kept is said once`() throws {
    let terminal = try Pseudoterminal(
      BuiltProducts.path(of: "PromptProbe"), environment: ["SPARSESH_HISTORY": "/proc/1/mem/x"])
    try terminal.expect("note: the history cannot be read from `/proc/1/mem/x`")
    try terminal.expect("In [1]: ")
    try terminal.send("hello\r")
    try terminal.expect("Out[1]: <hello>")
    try leave(terminal)
  }

  // MARK: Interruption

  @Test func `Ctrl-C at the prompt gives up the line and keeps the number`() throws {
    let terminal = try probe()
    try terminal.send("abc (\r")
    try terminal.expect("...: ")
    try terminal.send("def")
    try terminal.expect("def")
    try terminal.send(control: "c")
    try terminal.expect("^C\nIn [1]: ")
    try terminal.send("next\r")
    try terminal.expect("Out[1]: <next>")
    try leave(terminal)
  }

  @Test func `Ctrl-C in a run interrupts once, and the session goes on`() throws {
    let terminal = try probe()
    try terminal.send("sleep\r")
    try terminal.expect("asleep\n")
    #expect(terminal.isCooked)
    try terminal.send(control: "c")
    try terminal.expect("woken 1 time\nIn [2]: ")
    try terminal.send("on\r")
    try terminal.expect("Out[2]: <on>")
    try leave(terminal)
  }

  @Test func `a second Ctrl-C in a run says what is happening`() throws {
    try TemporaryFolder.with { folder in
      let stop = folder.appending(path: "stop")
      let terminal = try probe(columns: 200)
      try terminal.send("stubborn \(stop.path)\r")
      try terminal.expect("asleep\n")
      try terminal.send(control: "c")
      try terminal.expect("asked to stop\n")
      try terminal.send(control: "c")
      try terminal.expect("still stopping")
      try terminal.send(control: "c")
      try terminal.expect("still stopping")
      try Data().write(to: stop)
      try terminal.expect("interrupted 1 time\nIn [2]: ")
      try leave(terminal)
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a signal to leave is obeyed at the prompt and in a run`(_ signal: Int32) throws {
    let idle = try probe()
    try idle.send("unfinished")
    try idle.expect("unfinished")
    idle.send(signal: signal)
    #expect(try idle.exitCode() == 128 + signal)

    let busy = try probe()
    try busy.send("sleep\r")
    try busy.expect("asleep\n")
    busy.send(signal: signal)
    try busy.expect("woken 1 time")
    #expect(try busy.exitCode() == 128 + signal)
  }

  // MARK: The terminal

  @Test func `a new size redraws what is being edited`() throws {
    let terminal = try probe(columns: 60)
    try terminal.send("first (\r")
    try terminal.expect("...: ")
    try terminal.send("second")
    try terminal.expect(lastLines: "In [1]: first (", "   ...:   second")
    terminal.resize(columns: 40, rows: 10)
    try terminal.send("x")
    try terminal.expect(lastLines: "probe of the prompt", "In [1]: first (", "   ...:   secondx")
    try terminal.send(" this line is longer than forty columns)")
    try terminal.expect(lastLines: "   ...:   secondx this line is longer th", "an forty columns)")
    try terminal.send("\r")
    try terminal.expect("Out[1]: <first (|  secondx this line is longer than forty columns)>")
    try leave(terminal)
  }

  @Test func `bytes that are not UTF-8 reach the session as replaced characters`() throws {
    let terminal = try probe()
    try terminal.send(bytes: [0x61, 0xFF, 0xFE, 0x62])
    try terminal.send("\t\r")
    try terminal.expect("Out[1]: <a")
    try terminal.expect("In [2]: ")
    #expect(terminal.transcript.contains("Out[1]: <a\u{FFFD}\u{FFFD}b>"))
    try leave(terminal)
  }

  @Test func `a very long line is taken whole`() throws {
    let terminal = try probe()
    let long = String(repeating: "abcdefghi ", count: 2000)
    try terminal.paste("count " + long)
    try terminal.send("\r")
    try terminal.expect("20006 bytes\nIn [2]: ")
    try leave(terminal)
  }

  @Test(arguments: ["dumb", "unheard-of"])
  func `a terminal without abilities serves too`(_ name: String) throws {
    let terminal = try probe(environment: ["TERM": name, "NO_COLOR": ""])
    try terminal.send("plain (\r)\r")
    try terminal.expect("Out[1]: <plain (|")
    try terminal.expect("In [2]: ")
    try terminal.send(control: "r")
    try terminal.send("pla\r")
    try terminal.expect("Out[2]: <plain (|")
    try terminal.expect("In [3]: ")
    try terminal.send(control: "c")
    try terminal.expect("In [3]: ")
    try leave(terminal)
  }

  @Test func `keys without a meaning do nothing, wherever they come`() throws {
    let terminal = try probe()
    try terminal.send("\u{1B}[15~\u{18}\u{5}")
    // Readline 8.2 by itself dies of the second in a search that failed.
    try terminal.send(control: "r")
    try terminal.send("nowhere")
    try terminal.expect("failed reverse-i-search")
    try terminal.send("\u{18}\u{5}")
    try terminal.send(control: "u")
    try terminal.send("alive\r")
    try terminal.expect("Out[1]: <alive>")
    try leave(terminal)
  }

  @Test func `the quit key while editing is no way to leave the terminal in disorder`() throws {
    let terminal = try probe()
    try terminal.send("ab")
    try terminal.expect("ab")
    try terminal.send(control: "\\")
    try terminal.send("c\r")
    try terminal.expect("Out[1]: <abc>")
    try leave(terminal)
  }

  @Test func `a terminal that hangs up ends the session`() throws {
    let terminal = try probe()
    try terminal.send("unfinished (\r")
    try terminal.expect("...: ")
    terminal.hangUp()
    let code = try terminal.exitCode()
    #expect(code == 0 || code == 128 + SIGHUP)
  }

  @Test func `without a terminal inputs are plain lines`() throws {
    let terminal = try Pseudoterminal(
      "/bin/sh",
      ["-c", "printf 'one\\ntwo (\\n)\\n' | '\(BuiltProducts.path(of: "PromptProbe"))' | cat"],
      environment: ["SPARSESH_HISTORY": ""])
    #expect(try terminal.exitCode() == 0)
    #expect(
      terminal.transcript == """
        probe of the prompt
        In [1]: Out[1]: <one>
        In [2]:    ...: Out[2]: <two (|)>
        In [3]: \n
        """)
  }
}
