import FoundationEssentials
import TestSupport
import Testing

/// What the command runs, and the exit codes, exactly.
struct CommandLineTests {
  /// Runs `body` in a folder that holds these files.
  private func with(
    _ files: [String: String], _ body: (URL) throws -> Void
  ) throws {
    try TemporaryFolder.with { folder in
      for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
      try body(folder)
    }
  }

  // MARK: What is run

  @Test(arguments: [["a.sparse"], ["run", "a.sparse"], ["./a.sparse"], ["--", "a.sparse"]])
  func `a script is run`(_ arguments: [String]) throws {
    try with(["a.sparse": "x = 6\nprint x * 7\n"]) { folder in
      let result = try Command(arguments, folder: folder).result()
      #expect(result.output == "42\n")
      #expect(result.errors == "")
      #expect(result.exitCode == 0)
    }
  }

  @Test func `several scripts are run in order, each with names of its own`() throws {
    try with(["a.sparse": "x = 1\nprint \"a\", x", "b.sparse": "x = 2\nprint \"b\", x"]) {
      folder in
      let result = try Command.run("b.sparse", "a.sparse", folder: folder)
      #expect(result.output == "b 2\na 1\n")
      #expect(result.exitCode == 0)
    }
  }

  @Test func `nothing is run if one of several scripts is wrong`() throws {
    try with(["a.sparse": "print 1\n", "b.sparse": "print nothing_here\n"]) { folder in
      let result = try Command.run("a.sparse", "b.sparse", folder: folder)
      #expect(result.output == "")
      #expect(result.errors.contains("error[E0201]"))
      #expect(result.errors.contains("--> b.sparse:1:7"))
      #expect(result.exitCode == 3)
    }
  }

  @Test func `code is run from the arguments, also if it starts with a minus`() throws {
    #expect(try Command.run("-e", "print 1 + 1").output == "2\n")
    #expect(try Command.run("-e", "-24 * 2").output == "-48\n")
    #expect(try Command.run("-e", "print 1", "-e", "print 2").output == "1\n2\n")
    #expect(try Command.run("-e", "--json", "-e", "1").exitCode == 3)
  }

  @Test func `code comes before files`() throws {
    try with(["a.sparse": "print \"file\"\n"]) { folder in
      let result = try Command.run("a.sparse", "-e", "print \"code\"", folder: folder)
      #expect(result.output == "code\nfile\n")
    }
  }

  @Test(arguments: [["-"], [], ["run"], ["run", "-"]])
  func `standard input that is no terminal is run`(_ arguments: [String]) throws {
    let result = try Command(arguments, input: Array("print 5\n6".utf8)).result()
    #expect(result.output == "5\n6\n")
    #expect(result.exitCode == 0)
  }

  @Test(arguments: ["", "\n", "# only a comment", "\u{FEFF}", "\r\n"])
  func `an empty script is well`(_ text: String) throws {
    try with(["a.sparse": text]) { folder in
      let result = try Command.run("a.sparse", folder: folder)
      #expect(result.output == "" && result.errors == "" && result.exitCode == 0)
    }
  }

  @Test func `a script needs no final newline`() throws {
    try with(["a.sparse": "print 1\nprint 2"]) { folder in
      let result = try Command.run("a.sparse", folder: folder)
      #expect(result.output == "1\n2\n")
    }
  }

  @Test func `includes and data count from the script, wherever it is run from`() throws {
    try with(["a.sparse": "include \"b.sparse\"\nprint b\n", "b.sparse": "b = 3\n"]) { folder in
      let result = try Command.run(folder.appending(path: "a.sparse").path)
      #expect(result.output == "3\n")
      #expect(result.exitCode == 0)
    }
  }

  // MARK: Exit codes

  @Test func `a statement that fails exits with 1, and those before it have run`() throws {
    let result = try Command.run("-e", "print 1; x = 1 / 0; print 2")
    #expect(result.output == "1\n")
    #expect(result.errors.contains("error[E0502]: division by zero"))
    #expect(result.exitCode == 1)
  }

  @Test func `a failed assertion exits with 1 and says why`() throws {
    let result = try Command.run("-e", "assert 1 == 2 \"they differ\"")
    #expect(result.errors.contains("they differ"))
    #expect(result.exitCode == 1)
  }

  @Test func `a program that is rejected exits with 3 and has run nothing`() throws {
    let result = try Command.run("-e", "print 1; print nte; trian x")
    #expect(result.output == "")
    #expect(result.errors.contains("error[E0201]") && result.errors.contains("error[E0202]"))
    #expect(result.errors.contains("= hint: did you mean `train`?"))
    #expect(result.exitCode == 3)
  }

  @Test func `a missing script exits with 2 and is named`() throws {
    for arguments in [["none.sparse"], ["run", "none.sparse"], ["check", "none.sparse"]] {
      let result = try Command(arguments).result()
      #expect(result.output == "")
      #expect(
        result.errors == """
          error[E0690]: `none.sparse` cannot be read: there is no such file
             = hint: look at how it is spelt, and from which folder its path counts

          """ + "\n")
      #expect(result.exitCode == 2)
    }
  }

  @Test func `a folder and a binary file are no scripts`() throws {
    try with(["binary": "\u{7F}ELF\u{0}\u{1}"]) { folder in
      let isFolder = try Command.run(".", folder: folder)
      #expect(isFolder.errors.contains("error[E0690]: `.` cannot be read: it is a folder"))
      #expect(isFolder.exitCode == 2)
      let isBinary = try Command.run("binary", folder: folder)
      #expect(isBinary.errors.contains("error[E0690]: `binary` cannot be read: it is binary data"))
      #expect(isBinary.exitCode == 2)
    }
  }

  @Test func `a script that is not UTF-8 is rejected with places, not all of them`() throws {
    let malformed: [UInt8] = [0xFF, 0x80, 0xC3, 0x28, 0x01]
    let noise = Array(repeating: malformed, count: 2000).flatMap(\.self)
    let result = try Command(["-"], input: noise).result()
    #expect(result.errors.contains("error[E0102]"))
    #expect(result.errors.contains("--> standard input:1:1"))
    #expect(result.errors.contains(" more errors\n"))
    #expect(result.exitCode == 3)
  }
}
