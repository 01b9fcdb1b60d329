import TestSupport
import Testing

/// Inputs of several lines at the prompt.
@Suite(.serialized) struct PromptLinesTests {
  @Test func `an open bracket goes on in a further line, and Up recalls all as one`() throws {
    let terminal = try Pseudoterminal.probe()
    try terminal.send("a (\rb,\rc)\r")
    try terminal.expect("Out[1]: <a (|")
    try terminal.expect("In [2]: ")
    try terminal.send(key: .up)
    try terminal.expect(lastLines: "In [2]: a (", "   ...: b,", "   ...: c)")
    try terminal.send("\r")
    try terminal.expect("Out[2]: <a (|b,|c)>\nIn [3]: ")
    try terminal.leave()
  }

  @Test func `typed lines are indented`() throws {
    let terminal = try Pseudoterminal.probe()
    try terminal.send("a (\r")
    try terminal.expect("   ...:   ")
    try terminal.send("b\r")
    try terminal.expect("   ...:   ")
    try terminal.send(")\r")
    try terminal.expect("Out[1]: <a (|  b|  )>")
    try terminal.leave()
  }

  @Test func `a wrong bracket submits, Alt-Return goes on`() throws {
    let terminal = try Pseudoterminal.probe()
    try terminal.send("a )\r")
    try terminal.expect("Out[1]: <a )>\nIn [2]: ")
    try terminal.send("b")
    try terminal.send(key: .altEnter)
    try terminal.send("c\r")
    try terminal.expect("Out[2]: <b|c>")
    try terminal.leave()
  }

  @Test func `an earlier line can be changed`() throws {
    let terminal = try Pseudoterminal.probe()
    try terminal.send("a (\r")
    try terminal.expect("   ...:   ")
    try terminal.send("b)")
    try terminal.send(key: .home)
    try terminal.send("x ")
    try terminal.expect(lastLines: "In [1]: x a (", "   ...:   b)")
    try terminal.send("\r")
    try terminal.expect("Out[1]: <x a (|  b)>")
    try terminal.leave()
  }

  @Test func `pasted lines are one input, to be looked at before Return`() throws {
    let terminal = try Pseudoterminal.probe()
    try terminal.paste("a = 1\rb = 2 (\r    c\r)")
    try terminal.expect(
      lastLines: "In [1]: a = 1", "   ...: b = 2 (", "   ...:     c", "   ...: )")
    try terminal.send("\r")
    try terminal.expect("Out[1]: <a = 1|b = 2 (|    c|)>\nIn [2]: ")
    try terminal.leave()
  }

  @Test func `lines pasted as if typed run one after the other, with their own indent`() throws {
    let terminal = try Pseudoterminal.probe()
    try terminal.send("one\rtwo (\r  three\r)\rfour\r")
    try terminal.expect("Out[1]: <one>")
    try terminal.expect("Out[2]: <two (|  three|)>")
    try terminal.expect("Out[3]: <four>\nIn [4]: ")
    try terminal.leave()
  }
}
