import TestSupport
import Testing

/// `watch=true` at the prompt and where there is no terminal.
@Suite(.serialized) struct WatchedTrainingTests {
  private static let program = """
    s = data spirals samples=100
    net = network in-16-out sparse=density(50%)
    first = train net data=s epochs=4
    """

  private func count(_ terminal: Pseudoterminal, _ text: String) -> Int {
    terminal.screen.lines.count { $0.hasPrefix(text) }
  }

  @Test func `it is drawn in place, and its last state stays above the result`() throws {
    let terminal = try PromptTerminal.open(["--threads", "1"])
    try PromptTerminal.prepareTraining(terminal)
    try terminal.send("first = train net data=s epochs=400 watch=true\r")
    try terminal.expect("first: run (400 epochs): test accuracy ")
    try terminal.expect("In [4]: ")
    let lines = terminal.screen.lines
    let statement = try #require(lines.firstIndex { $0.hasSuffix("watch=true") })
    #expect(lines[statement + 1].hasPrefix("first  epoch 400/400"))
    #expect(lines[statement + 2].contains("; epoch 399 removed "))
    #expect(lines[statement + 4].hasSuffix("Inputs by degree"))
    #expect(count(terminal, "Accuracy by epoch") == 1)
    let result = try #require(lines.firstIndex { $0.hasPrefix("first: run (400 epochs)") })
    #expect(lines[result - 1].contains("b training") && lines[result - 1].hasSuffix("at the start"))
    try PromptTerminal.leave(terminal)
  }

  @Test func `Ctrl-C keeps the run and leaves the screen in order`() throws {
    let terminal = try PromptTerminal.open(["--threads", "1"])
    try PromptTerminal.prepareTraining(terminal)
    try terminal.send("first = train net data=s epochs=1000000 watch=true\r")
    try terminal.expect("; epoch ")
    try terminal.send(control: "c")
    try terminal.expect("of 1,000,000 epochs): test accuracy ")
    try terminal.expect("In [4]: ")
    #expect(count(terminal, "Accuracy by epoch") == 1 && count(terminal, "first: run (") == 1)
    try terminal.send("6 * 7\r")
    try terminal.expect("Out[4]: 42\n")
    try PromptTerminal.leave(terminal)
  }

  @Test func `a window that changes its size begins anew`() throws {
    let terminal = try PromptTerminal.open(["--threads", "1"])
    try PromptTerminal.prepareTraining(terminal)
    try terminal.send("first = train net data=s epochs=1000000 watch=true\r")
    try terminal.expect("; epoch ")
    terminal.resize(columns: 80, rows: 30)
    try terminal.expect("; epoch ")
    try terminal.expect("; epoch ")
    try terminal.send(control: "c")
    try terminal.expect("In [4]: ")
    #expect(count(terminal, "Accuracy by epoch") == 1 && count(terminal, "first  epoch ") == 1)
    try PromptTerminal.leave(terminal)
  }

  @Test func `without a terminal it is as if nobody watched`() throws {
    func run(_ arguments: [String], watch: Bool) throws -> (output: String, errors: String) {
      let program = Self.program + (watch ? " watch=true" : "") + "\nprint first.digest"
      let result = try Command(arguments + ["-e", program]).result()
      #expect(result.exitCode == 0)
      // Times differ from run to run.
      let output = result.output.replacing(/"seconds":[^,}]*|; [0-9.]+ m?s\b/, with: "")
      return (output, result.errors)
    }
    for arguments in [[], ["--json"]] {
      let (watched, usual) = (try run(arguments, watch: true), try run(arguments, watch: false))
      #expect(watched == usual && !usual.output.isEmpty)
    }
  }
}
