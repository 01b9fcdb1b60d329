import TestSupport
import Testing

/// What else may be typed, or sent, to the prompt.
@Suite(.serialized) struct PromptInputTests {
  @Test func `Ctrl-C at the prompt gives up the input and keeps its number`() throws {
    let terminal = try PromptTerminal.open()
    try terminal.send("x = [1,\r")
    try terminal.expect("...: ")
    try terminal.send("2")
    try terminal.expect("2")
    try terminal.send(control: "c")
    try terminal.expect("^C\nIn [1]: ")
    try terminal.send("x\r")
    try terminal.expect("error[E0201]")
    try PromptTerminal.leave(terminal)
  }

  @Test func `bytes that are not UTF-8 are an error, and it goes on`() throws {
    let terminal = try PromptTerminal.open()
    try terminal.send(bytes: Array("x = ".utf8) + [0xFF, 0xFE])
    try terminal.send("\r")
    try terminal.expect("error[E01")
    try terminal.expect("In [2]: ")
    try terminal.send("größe = 7\r")
    try terminal.expect("In [3]: ")
    try terminal.send("größe + 1\r")
    try terminal.expect("Out[3]: 8")
    try PromptTerminal.leave(terminal)
  }

  @Test func `a line of 100 kB is taken whole`() throws {
    let terminal = try PromptTerminal.open()
    let numbers = Array(repeating: "1234567", count: 12_500).joined(separator: ",")
    #expect(numbers.utf8.count >= 99_999)
    try terminal.paste("long = [\(numbers)]")
    try terminal.send("\r")
    try terminal.expect("In [2]: ")
    try terminal.send("count(long)\r")
    try terminal.expect("Out[2]: 12500")
    try PromptTerminal.leave(terminal)
  }

  @Test func `ten thousand brackets are an error, and it goes on`() throws {
    let terminal = try PromptTerminal.open()
    let brackets = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    try terminal.paste(brackets)
    try terminal.send("\r")
    try terminal.expect("error[E03")
    try terminal.expect("In [2]: ")
    try PromptTerminal.leave(terminal)
  }

  @Test func `a new size is used at once, for the line and for results`() throws {
    let terminal = try PromptTerminal.open(columns: 90)
    try terminal.send("s = data spir")
    terminal.resize(columns: 44, rows: 20)
    try terminal.send("als samples=100\r")
    try terminal.expect("s: dataset spirals: ")
    try terminal.expect("In [2]: ")
    #expect(terminal.screen.lines.allSatisfy { $0.count <= 44 })
    // Lines are broken between words, not within them.
    #expect(terminal.transcript.contains("training and 500\n    test samples, "))
    try terminal.send("plot [1, 2, 3]\r")
    try terminal.expect("Out[2]:\n")
    try terminal.expect("In [3]: ")
    #expect(terminal.screen.lines.allSatisfy { $0.count <= 44 })
    try PromptTerminal.leave(terminal)
  }

  @Test func `without a terminal inputs are a program`() throws {
    let result = try Command.run(input: "a = 1\nb = [\n  a\n]\nb\nprint \"end\"")
    #expect(result.output == "[1]\nend\n")
    #expect(result.exitCode == 0)
  }

  @Test func `a terminal without abilities serves too`() throws {
    let terminal = try PromptTerminal.open(environment: ["TERM": "dumb"])
    try terminal.send("6 * 7\r")
    try terminal.expect("Out[1]: 42")
    #expect(!terminal.rawOutput.contains("\u{1B}"))
    try terminal.send("exit\r")
    #expect(try terminal.exitCode() == 0)
  }
}
