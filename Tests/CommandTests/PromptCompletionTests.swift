import FoundationEssentials
import TestSupport
import Testing

/// Tab at the prompt, wherever the catalogue knows what fits.
@Suite(.serialized) struct PromptCompletionTests {
  @Test func `a verb is completed, with a space`() throws {
    let terminal = try PromptTerminal.open()
    try terminal.send("hel\t")
    try terminal.expect("help ")
    try terminal.send("set\r")
    try terminal.expect("changes settings of the session")
    try PromptTerminal.leave(terminal)
  }

  @Test func `several words are listed with what they are`() throws {
    let terminal = try PromptTerminal.open()
    try terminal.send("prin\t")
    try terminal.expect("print ")
    try terminal.send("1\r")
    try terminal.expect("\n1\nIn [2]: ")
    try terminal.send("co\t")
    try terminal.expect("  compare  ")
    try terminal.expect("In [2]: co")
    try terminal.send(control: "c")
    try terminal.expect("In [2]: ")
    try PromptTerminal.leave(terminal)
  }

  @Test func `only keys that are not used yet are offered`() throws {
    let terminal = try PromptTerminal.open()
    try PromptTerminal.prepareTraining(terminal)
    try terminal.send("train net data=s epochs=2 s\t")
    try terminal.expect("  stop=")
    try terminal.expect("  seed=")
    try terminal.expect("In [3]: train net data=s epochs=2 s")
    try terminal.send("e\t3 s\tnone\r")
    try terminal.expect("Out[3]: run (2 epochs)")
    #expect(
      terminal.screen.lines.contains("In [3]: train net data=s epochs=2 seed=3 stop=none"))
    try PromptTerminal.leave(terminal)
  }

  @Test func `after a key come its values`() throws {
    let terminal = try PromptTerminal.open()
    try PromptTerminal.prepareTraining(terminal)
    try terminal.send("train net data=s policy=\t")
    try terminal.expect("  set ")
    try terminal.expect("removes the weights nearest to zero")
    try terminal.expect("In [3]: train net data=s policy=")
    try terminal.send(control: "c")
    try terminal.expect("In [3]: ")
    try terminal.send("train net data=s policy=stat\t epochs=1\r")
    try terminal.expect("policy=static epochs=1\n")
    try terminal.expect("Out[3]: run (1 epoch)")
    try terminal.expect("In [4]: ")
    try terminal.send("train net data=\t")
    try terminal.expect("train net data=s")
    try terminal.send(control: "c")
    try terminal.expect("In [4]: ")
    try PromptTerminal.leave(terminal)
  }

  @Test func `after a point come the members of what stands before it`() throws {
    let terminal = try PromptTerminal.open()
    try PromptTerminal.prepareTraining(terminal)
    try terminal.send("s.\t")
    try terminal.expect("  test_samples ")
    try terminal.expect("In [3]: s.")
    try terminal.send("fea\t")
    try terminal.expect("feature")
    try terminal.send("s\r")
    try terminal.expect("Out[3]: 2\n")
    try PromptTerminal.leave(terminal)
  }

  @Test func `inside quotes files are completed`() throws {
    try TemporaryFolder.with { folder in
      let table = folder.appending(path: "measured.csv")
      let rows = (0..<20).map { "\($0),\($0 * 7 % 5),\($0 % 2)\n" }.joined()
      try Data(("a,b,label\n" + rows).utf8).write(to: table)
      let terminal = try PromptTerminal.open(columns: 300)
      try terminal.send("t = data \"\(folder.path)/mea\t test=30%\r")
      try terminal.expect("t: dataset measured")
      try terminal.expect("In [2]: ")
      try terminal.send("%load \"\(folder.path)/mea\t")
      try terminal.expect("/measured.csv\"")
      try terminal.send(control: "c")
      try terminal.expect("In [2]: ")
      try PromptTerminal.leave(terminal)
    }
  }

  @Test func `names after a question mark and commands after a percent sign`() throws {
    let terminal = try PromptTerminal.open()
    try terminal.send("?evalu\t\r")
    try terminal.expect("?evaluate")
    try terminal.expect("tests a trained network")
    try terminal.expect("In [2]: ")
    try terminal.send("%hist\t\r")
    try terminal.expect("%history \n1: ?evaluate")
    try terminal.expect("In [3]: ")
    try terminal.send("%time pri\t7\r")
    try terminal.expect("%time print 7\n7\n")
    try terminal.expect("In [4]: ")
    try PromptTerminal.leave(terminal)
  }

  @Test func `where nothing fits nothing happens`() throws {
    let terminal = try PromptTerminal.open()
    try terminal.send("zzz\t\t = 1\r")
    try terminal.expect("In [2]: ")
    try terminal.send("zzz\r")
    try terminal.expect("Out[2]: 1")
    try PromptTerminal.leave(terminal)
  }
}
