import FoundationEssentials
import TestSupport
import Testing

/// Tab at the prompt.
@Suite(.serialized) struct PromptCompletionTests {
  @Test func `Tab completes the only candidate`() throws {
    let terminal = try Pseudoterminal.probe()
    try terminal.send("net\t")
    try terminal.expect("network ")
    try terminal.send("x\r")
    try terminal.expect("Out[1]: <network x>")
    try terminal.leave()
  }

  @Test func `Tab inserts what several have in common and lists them`() throws {
    let terminal = try Pseudoterminal.probe()
    try terminal.send("w\t")
    try terminal.expect(
      lastLines: "In [1]: w", "  words     all that can be completed",
      "  wordless  without a word", "In [1]: word")
    try terminal.send("l\t\r")
    try terminal.expect("Out[1]: <wordless >")
    try terminal.leave()
  }

  @Test func `Tab completes in the middle, beyond ASCII and in further lines`() throws {
    let terminal = try Pseudoterminal.probe()
    try terminal.send("ü (\r")
    try terminal.expect("   ...:   ")
    try terminal.send("gr\t)\r")
    try terminal.expect("Out[1]: <ü (|  größe )>")
    try terminal.send("größe ne after")
    for _ in 0..<6 { try terminal.send(key: .left) }
    try terminal.send("\t\r")
    try terminal.expect("Out[2]: <größe network after>")
    try terminal.leave()
  }

  @Test func `Tab without candidates changes nothing`() throws {
    let terminal = try Pseudoterminal.probe()
    try terminal.send("xyz\tend\r")
    try terminal.expect("Out[1]: <xyzend>")
    try terminal.leave()
  }

  @Test func `inside quotes files are completed`() throws {
    try TemporaryFolder.with { folder in
      try Data().write(to: folder.appending(path: "measured.csv"))
      let terminal = try Pseudoterminal.probe(columns: 300)
      try terminal.send("open \"\(folder.path)/mea\t\r")
      try terminal.expect("Out[1]: <open \"\(folder.path)/measured.csv\">")
      try terminal.leave()
    }
  }
}
