import Glibc
import TestSupport
import Testing

/// Signals, and readers that go away, while scripts run.
struct SignalTests {
  @Test func `a reader that goes away does no harm`() throws {
    let binary = try BuiltProducts.path(of: "sparsesh")
    let result = try Command(
      [
        "-c",
        "'\(binary)' doc | head -1; '\(binary)' -e 'print [1..50000]' -e 'print 1' | head -c 1",
      ],
      program: "/bin/sh"
    ).result()
    #expect(result.output.hasPrefix("sparsesh "))
    #expect(result.errors == "")
    #expect(result.exitCode == 0)
  }

  /// Trains far longer than any test waits.
  private let endless = """
    s = data spirals
    net = network in-64*2-out
    print "begun"
    first = train net data=s epochs=1000000
    print "never"
    """

  @Test func `an interrupt stops a training at once, and says so`() throws {
    let command = try Command(["--json", "--threads", "1", "-e", endless])
    try command.wait(for: "\"event\":\"epoch\"")
    let start = Command.now
    command.send(signal: SIGINT)
    let result = try command.result()
    // On an idle machine well within one second; here other tests may keep it busy.
    #expect(Command.now - start < 5)
    #expect(result.exitCode == 130)
    let events = try JSONLines(result.output)
    #expect(events.named("done").first?["exit"] as? Int == 130)
    #expect(events.named("output").count == 1)
    let value = events.named("result").last?["value"] as? [String: Any]
    #expect(value?["completed"] as? Bool == false)
  }

  @Test func `an interrupted script tells people so`() throws {
    let command = try Command(["--threads", "1", "-e", endless])
    try command.wait(for: "begun")
    command.send(signal: SIGINT)
    let result = try command.result()
    #expect(result.exitCode == 130)
    #expect(result.errors.hasSuffix("interrupted\n"))
    #expect(!result.output.contains("never"))
  }

  @Test func `a training that was the last statement is interrupted all the same`() throws {
    let program = endless.replacing("\nprint \"never\"", with: "")
    let command = try Command(["--threads", "1", "-e", program])
    try command.wait(for: "begun")
    command.send(signal: SIGINT)
    #expect(try command.result().exitCode == 130)
  }

  @Test func `SIGTERM stops a script in order, with its own exit code`() throws {
    let command = try Command(["--threads", "1", "-e", endless])
    try command.wait(for: "begun")
    command.send(signal: SIGTERM)
    #expect(try command.result().exitCode == 128 + SIGTERM)
  }
}
