import Glibc
import TestSupport
import Testing

/// Trainings at the prompt: their progress, and Ctrl-C in the middle.
@Suite(.serialized) struct PromptTrainingTests {
  @Test func `progress is shown and gone when the result stands`() throws {
    let terminal = try PromptTerminal.open(["--threads", "1"])
    try PromptTerminal.prepareTraining(terminal)
    try terminal.send("first = train net data=s epochs=40\r")
    try terminal.expect("first  epoch ")
    try terminal.expect("first: run (40 epochs): test accuracy ")
    try terminal.expect("In [4]: ")
    let lines = terminal.screen.lines
    let statement = try #require(lines.firstIndex { $0.hasSuffix("epochs=40") })
    #expect(lines[statement + 1].hasPrefix("first: run (40 epochs)"))
    try PromptTerminal.leave(terminal)
  }

  @Test func `progress=false shows none`() throws {
    let terminal = try PromptTerminal.open(["--threads", "1"])
    try PromptTerminal.prepareTraining(terminal)
    try terminal.send("set progress=false\r")
    try terminal.expect("In [4]: ")
    try terminal.send("first = train net data=s epochs=40\r")
    try terminal.expect("first: run (40 epochs)")
    #expect(!terminal.transcript.contains("first  epoch "))
    try PromptTerminal.leave(terminal)
  }

  @Test func `Ctrl-C keeps the run, which is inspected, and training goes on anew`() throws {
    let terminal = try PromptTerminal.open(["--threads", "1"])
    try PromptTerminal.prepareTraining(terminal)
    try terminal.send("first = train net data=s epochs=1000000\r")
    try terminal.expect("first  epoch ")
    try terminal.expect("loss ")
    let start = Command.now
    try terminal.send(control: "c")
    try terminal.expect("first: run (")
    // On an idle machine well within one second; here other tests may keep it busy.
    #expect(Command.now - start < 5)
    try terminal.expect("of 1,000,000 epochs): test accuracy ")
    try terminal.expect("In [4]: ")
    #expect(!terminal.transcript.contains("^C"))
    try terminal.send("first.completed\r")
    try terminal.expect("Out[4]: false\n")
    try terminal.send("first.epochs >= 1 and first.epochs < 1000000\r")
    try terminal.expect("Out[5]: true\n")
    try terminal.send("count(first.accuracy_curve) == first.epochs\r")
    try terminal.expect("Out[6]: true\n")
    try terminal.send("report first show=[summary]\r")
    try terminal.expect("was stopped after")
    try terminal.send("second = train net data=s epochs=3\r")
    try terminal.expect("second: run (3 epochs)")
    try terminal.send("second.completed and not first.completed\r")
    try terminal.expect("Out[9]: true\n")
    try PromptTerminal.leave(terminal)
  }

  @Test func `Ctrl-C in a comparison keeps the runs that are complete`() throws {
    let terminal = try PromptTerminal.open(["--threads", "1"])
    try PromptTerminal.prepareTraining(terminal)
    try terminal.send("c = compare net data=s over epochs=[1, 1000000, 2]\r")
    try terminal.expect("epochs=1000000  epoch ")
    try terminal.expect("loss ")
    try terminal.send(control: "c")
    try terminal.expect("c: study (1 of 3 runs)")
    try terminal.expect("In [4]: ")
    try terminal.send("count(c.runs)\r")
    try terminal.expect("Out[4]: 1\n")
    try PromptTerminal.leave(terminal)
  }

  @Test func `statements after an interrupted one are not run`() throws {
    let terminal = try PromptTerminal.open(["--threads", "1"])
    try PromptTerminal.prepareTraining(terminal)
    try terminal.send("f = train net data=s epochs=1000000; print \"ne\" + \"ver\"\r")
    try terminal.expect("f  epoch ")
    try terminal.expect("loss ")
    try terminal.send(control: "c")
    try terminal.expect("In [4]: ")
    try terminal.send("f.completed\r")
    try terminal.expect("Out[4]: false")
    try PromptTerminal.leave(terminal)
  }

  @Test func `SIGTERM in a training leaves in order`() throws {
    let terminal = try PromptTerminal.open(["--threads", "1"])
    try PromptTerminal.prepareTraining(terminal)
    try terminal.send("first = train net data=s epochs=1000000\r")
    try terminal.expect("first  epoch ")
    try terminal.expect("loss ")
    terminal.send(signal: SIGTERM)
    #expect(try terminal.exitCode() == 128 + SIGTERM)
  }

  @Test func `a report shows the inputs that led to it`() throws {
    let terminal = try PromptTerminal.open(["--threads", "1"])
    try PromptTerminal.prepareTraining(terminal)
    try terminal.send("1 + 1\r")
    try terminal.expect("Out[3]: 2")
    try terminal.send("first = train net data=s epochs=2\r")
    try terminal.expect("first: run (2 epochs)")
    try terminal.send("report first show=[reproducibility]\r")
    try terminal.expect(
      """
      The script:

          s = data spirals samples=100
          net = network in-16-out sparse=density(50%)
          first = train net data=s epochs=2
      """)
    try PromptTerminal.leave(terminal)
  }
}
