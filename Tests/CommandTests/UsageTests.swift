import TestSupport
import Testing

/// Wrong command lines, and the subcommands that look things up.
struct UsageTests {
  @Test(arguments: [
    ["--bogus"], ["--threads"], ["--threads", "0", "-e", "1"], ["--threads", "x", "-e", "1"],
    ["--seed", "-1", "-e", "1"], ["--seed", "1.5", "-e", "1"], ["--color", "blue", "-e", "1"],
    ["--set", "colour=never", "-e", "1"], ["--set", "threads", "-e", "1"],
    ["--set", "progress=perhaps", "-e", "1"], ["--set", "=", "-e", "1"], ["-e"], ["check"], ["fmt"],
    ["fmt", "--wrong", "a.sparse"],
    ["check", "--set", "x=1", "-e", "1"], ["doc", "trian"], ["doc", "verb", "verb"],
    ["explain", "E9999"], ["explain", "nonsense"],
  ])
  func `a wrong command line exits with 2 and is told on standard error`(
    _ arguments: [String]
  ) throws {
    let result = try Command(arguments).result()
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("error: "), "\(result.errors)")
    #expect(result.exitCode == 2)
  }

  @Test func `a wrong setting names the key, what it takes and what was meant`() throws {
    let unknown = try Command.run("--set", "colour=never", "-e", "1")
    #expect(
      unknown.errors == "error: `colour` is not a setting\n = hint: did you mean `color`?\n")
    let negative = try Command.run("--seed", "-1", "-e", "1")
    #expect(
      negative.errors
        == "error: `seed` takes a whole number from 0 to 9007199254740992, not `-1`\n")
  }

  @Test func `version and help are results`() throws {
    let version = try Command.run("--version")
    #expect(version.output.wholeMatch(of: #/sparsesh \d+\.\d+\.\d+\n/#) != nil)
    #expect(version.exitCode == 0)
    for arguments in [
      ["--help"], ["-h"], ["run", "--help"], ["check", "--help"], ["fmt", "--help"],
      ["help", "doc"],
    ] {
      let help = try Command(arguments).result()
      #expect(help.output.contains("USAGE: sparsesh"))
      #expect(help.errors == "")
      #expect(help.exitCode == 0)
    }
  }

  // MARK: check, doc, explain

  @Test func `check finds every error and runs nothing`() throws {
    let program = "print 1\nnet = network 2-3-2 sparce=none\nx = train net\ny = [1, 2"
    let result = try Command.run("check", "-e", program)
    #expect(result.output == "")
    #expect(result.errors.matches(of: #/error\[E\d{4}\]/#).count >= 3)
    #expect(result.exitCode == 3)
  }

  @Test func `check says nothing of a sound program`() throws {
    let result = try Command.run("check", "-", input: "print 1\nassert 1 == 2\n")
    #expect(result.output == "" && result.errors == "" && result.exitCode == 0)
  }

  @Test func `doc lists all words, and tells all of one`() throws {
    let all = try Command.run("doc")
    for name in ["train", "compare", "set", "madelon", "srelu", "ara"] {
      #expect(all.lines.contains { $0.hasPrefix("  \(name) ") }, "\(name)")
    }
    let train = try Command.run("doc", "train")
    #expect(train.output.hasPrefix("train"))
    #expect(train.output.contains("policy=set"))
    #expect(train.exitCode == 0)
    let policies = try Command.run("doc", "policies")
    #expect(policies.output.contains("static") && policies.output.contains("zeta"))
  }

  @Test func `doc of an unknown name offers the nearest`() throws {
    let result = try Command.run("doc", "trian")
    #expect(result.errors == "error: nothing is called `trian`\n = hint: did you mean `train`?\n")
  }

  @Test func `explain tells what a code means, in either case, or lists all`() throws {
    let one = try Command.run("explain", "e0502")
    #expect(one.output.hasPrefix("E0502: "))
    #expect(one.exitCode == 0)
    let all = try Command.run("explain")
    #expect(all.lines.count > 30)
    #expect(all.lines == all.lines.sorted())
  }
}
