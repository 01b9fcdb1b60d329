import FoundationEssentials
import TestSupport
import Testing

/// The prompt as a user meets it, on a terminal of the tests.
@Suite(.serialized) struct PromptTests {
  @Test func `inputs are run and counted, blank ones are neither`() throws {
    let terminal = try Pseudoterminal.probe()
    try terminal.send("hello\r")
    try terminal.expect("Out[1]: <hello>\nIn [2]: ")
    try terminal.send("\r")
    try terminal.expect("\nIn [2]: ")
    try terminal.send("  \r")
    try terminal.expect("\nIn [2]: ")
    try terminal.send("again\r")
    try terminal.expect("Out[2]: <again>\nIn [3]: ")
    try terminal.leave()
  }

  @Test func `the end of input leaves on a line of its own`() throws {
    let terminal = try Pseudoterminal.probe()
    try terminal.send(control: "d")
    #expect(try terminal.exitCode() == 0)
    #expect(terminal.transcript == "probe of the prompt\nIn [1]: \n")
  }

  @Test func `a session can ask to leave`() throws {
    let terminal = try Pseudoterminal.probe()
    try terminal.send("leave 7\r")
    #expect(try terminal.exitCode() == 7)
  }

  @Test func `history is kept from session to session`() throws {
    try TemporaryFolder.with { folder in
      let history = folder.path + "/state/history"
      let first = try Pseudoterminal.probe(history: history)
      try first.paste("alpha (\r)")
      try first.send("\r")
      try first.expect("In [2]: ")
      try first.send("beta\r")
      try first.expect("Out[2]")
      try first.leave()

      let second = try Pseudoterminal.probe(history: history)
      try second.send(key: .up)
      try second.expect(lastLines: "In [1]: beta")
      try second.send(key: .up)
      try second.expect(lastLines: "In [1]: alpha (", "   ...: )")
      try second.send("\r")
      try second.expect("Out[1]: <alpha (|)>")
      try second.leave()
    }
  }

  @Test func `editing a recalled entry and giving up leaves it as it was`() throws {
    let terminal = try Pseudoterminal.probe()
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
    try terminal.leave()
  }

  @Test func `a history that cannot be kept is said once`() throws {
    let terminal = try Pseudoterminal(
      BuiltProducts.path(of: "PromptProbe"), environment: ["SPARSESH_HISTORY": "/proc/1/mem/x"])
    try terminal.expect("note: the history cannot be read from `/proc/1/mem/x`")
    try terminal.expect("In [1]: ")
    try terminal.send("hello\r")
    try terminal.expect("Out[1]: <hello>")
    try terminal.leave()
  }
}
