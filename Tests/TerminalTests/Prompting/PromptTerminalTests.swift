import Glibc
import TestSupport
import Testing

/// The prompt on terminals of all sorts, and what they may send.
@Suite(.serialized) struct PromptTerminalTests {
  @Test func `a new size redraws what is being edited`() throws {
    let terminal = try Pseudoterminal.probe(columns: 60)
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
    try terminal.leave()
  }

  @Test func `bytes that are not UTF-8 reach the session as replaced characters`() throws {
    let terminal = try Pseudoterminal.probe()
    try terminal.send(bytes: [0x61, 0xFF, 0xFE, 0x62])
    try terminal.send("\t\r")
    try terminal.expect("Out[1]: <a")
    try terminal.expect("In [2]: ")
    #expect(terminal.transcript.contains("Out[1]: <a\u{FFFD}\u{FFFD}b>"))
    try terminal.leave()
  }

  @Test func `a very long line is taken whole`() throws {
    let terminal = try Pseudoterminal.probe()
    let long = String(repeating: "abcdefghi ", count: 2000)
    try terminal.paste("count " + long)
    try terminal.send("\r")
    try terminal.expect("20006 bytes\nIn [2]: ")
    try terminal.leave()
  }

  @Test(arguments: ["dumb", "unheard-of"])
  func `a terminal without abilities serves too`(_ name: String) throws {
    let terminal = try Pseudoterminal.probe(environment: ["TERM": name, "NO_COLOR": ""])
    try terminal.send("plain (\r)\r")
    try terminal.expect("Out[1]: <plain (|")
    try terminal.expect("In [2]: ")
    try terminal.send(control: "r")
    try terminal.send("pla\r")
    try terminal.expect("Out[2]: <plain (|")
    try terminal.expect("In [3]: ")
    try terminal.send(control: "c")
    try terminal.expect("In [3]: ")
    try terminal.leave()
  }

  @Test func `keys without a meaning do nothing, wherever they come`() throws {
    let terminal = try Pseudoterminal.probe()
    try terminal.send("\u{1B}[15~\u{18}\u{5}")
    // Readline 8.2 by itself dies of the second in a search that failed.
    try terminal.send(control: "r")
    try terminal.send("nowhere")
    try terminal.expect("failed reverse-i-search")
    try terminal.send("\u{18}\u{5}")
    try terminal.send(control: "u")
    try terminal.send("alive\r")
    try terminal.expect("Out[1]: <alive>")
    try terminal.leave()
  }

  @Test func `the quit key while editing is no way to leave the terminal in disorder`() throws {
    let terminal = try Pseudoterminal.probe()
    try terminal.send("ab")
    try terminal.expect("ab")
    try terminal.send(control: "\\")
    try terminal.send("c\r")
    try terminal.expect("Out[1]: <abc>")
    try terminal.leave()
  }

  @Test func `a terminal that hangs up ends the session`() throws {
    let terminal = try Pseudoterminal.probe()
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
