import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// Signals at the prompt and in a run.
@Suite(.serialized) struct PromptInterruptionTests {
  @Test func `Ctrl-C at the prompt gives up the line and keeps the number`() throws {
    let terminal = try Pseudoterminal.probe()
    try terminal.send("abc (\r")
    try terminal.expect("...: ")
    try terminal.send("def")
    try terminal.expect("def")
    try terminal.send(control: "c")
    try terminal.expect("^C\nIn [1]: ")
    try terminal.send("next\r")
    try terminal.expect("Out[1]: <next>")
    try terminal.leave()
  }

  @Test func `Ctrl-C in a run interrupts once, and the session goes on`() throws {
    let terminal = try Pseudoterminal.probe()
    try terminal.send("sleep\r")
    try terminal.expect("asleep\n")
    #expect(terminal.isCooked)
    try terminal.send(control: "c")
    try terminal.expect("woken 1 time\nIn [2]: ")
    try terminal.send("on\r")
    try terminal.expect("Out[2]: <on>")
    try terminal.leave()
  }

  @Test func `a second Ctrl-C in a run says what is happening`() throws {
    try TemporaryFolder.with { folder in
      let stop = folder.appending(path: "stop")
      let terminal = try Pseudoterminal.probe(columns: 200)
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
      try terminal.leave()
    }
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func `a signal is obeyed in the middle of a character`(_ signal: Int32) throws {
    let terminal = try Pseudoterminal.probe()
    try terminal.send(control: "r")
    try terminal.expect("reverse-i-search")
    try terminal.send(bytes: [0x61, 0xE6])
    try terminal.expect("a")
    terminal.send(signal: signal)
    if signal == SIGINT {
      try terminal.expect("In [1]: ")
      try terminal.leave()
    } else {
      #expect(try terminal.exitCode() == 128 + signal)
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a signal to leave is obeyed at the prompt and in a run`(_ signal: Int32) throws {
    let idle = try Pseudoterminal.probe()
    try idle.send("unfinished")
    try idle.expect("unfinished")
    idle.send(signal: signal)
    #expect(try idle.exitCode() == 128 + signal)

    let busy = try Pseudoterminal.probe()
    try busy.send("sleep\r")
    try busy.expect("asleep\n")
    busy.send(signal: signal)
    try busy.expect("woken 1 time")
    #expect(try busy.exitCode() == 128 + signal)
  }
}
