import TestSupport
import Testing

/// What the options do.
struct OptionTests {
  private let training = """
    s = data spirals samples=60
    net = network in-8-out
    first = train net data=s epochs=2 batch=20
    print first.seed
    """

  @Test func `a seed is that of statements that give none`() throws {
    #expect(try Command.run("--seed", "7", "-e", training).lines.last == "7")
    #expect(try Command.run("--set", "seed=8", "-e", training).lines.last == "8")
    #expect(try Command.run("-e", "set seed=9\n" + training).lines.last == "9")
    #expect(try Command.run("-e", training).lines.last == "1")
    #expect(
      try Command.run(
        "--seed", "7", "-e", training.replacing("epochs=2", with: "epochs=2 seed=3")
      ).lines.last == "3")
  }

  @Test func `quiet shows what the program prints, and errors`() throws {
    let result = try Command.run("--quiet", "-e", training + "\n6 * 7\nwarn \"careful\"\n1 / 0")
    #expect(result.output == "1\n")
    #expect(result.errors.hasPrefix("warning: careful\nerror[E0502]"))
    #expect(result.exitCode == 1)
  }

  @Test func `colours are for terminals, unless asked for or set`() throws {
    let escape = "\u{1B}["
    let code = "plot [1, 2, 3]\nprint nothing"
    #expect(try !Command.run("-e", code).errors.contains(escape))
    #expect(try Command.run("--color", "always", "-e", code).errors.contains(escape))
    #expect(try !Command.run("--color", "never", "-e", code).errors.contains(escape))
    let set = try Command.run("-e", "set color=always\nx = 1 / 0")
    #expect(set.errors.contains(escape))
    let unset = try Command.run("--color", "always", "-e", "set color=never\nx = 1 / 0")
    #expect(!unset.errors.contains(escape))
  }

  @Test func `NO_COLOR is respected on a terminal`() throws {
    for (variables, isColoured) in [([:], true), (["NO_COLOR": "1"], false)] {
      let terminal = try Pseudoterminal(
        BuiltProducts.path(of: "sparsesh"), ["-e", "x = 1 / 0"], environment: variables)
      #expect(try terminal.exitCode() == 1)
      #expect(terminal.rawOutput.contains("\u{1B}[") == isColoured)
    }
  }

  @Test func `threads change no result, and no report speaks of them`() throws {
    let program = training + "\nprint \"digest\", first.digest\nreport first show=[reproducibility]"
    let one = try Command.run("--threads", "1", "-e", program)
    let two = try Command.run("--threads", "2", "-e", program)
    #expect(!one.output.contains(#/threads +1\n/#))
    #expect(!two.output.contains(#/threads +2\n/#))
    let digest = one.lines.first { $0.wholeMatch(of: #/digest [0-9a-f]{64}/#) != nil }
    #expect(digest != nil && two.lines.contains { $0 == digest })
  }

  @Test func `an include is refused by no option, a shell command by any file`() throws {
    let result = try Command.run("-e", "!echo hi")
    #expect(result.output == "")
    #expect(result.exitCode == 3)
  }
}
