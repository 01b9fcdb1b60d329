import Foundation
import TestSupport
import Testing

/// The README's first command, whole, with its events; `ExamplesTests` runs it without them.
/// Takes a minute in a debug build: SPARSESH_SLOW=1 swift test --filter MadelonSlowTests
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["SPARSESH_SLOW"] == "1",
    "takes a minute: set SPARSESH_SLOW=1"))
struct MadelonSlowTests {
  @Test func `threads and repetitions change nothing but times in a hundred epochs`() throws {
    let script = Examples.folder.appending(path: "madelon.sparse").path
    let outputs = try ["1", "2"].map { threads in
      try TemporaryFolder.with { folder in
        let command = try Command(["--json", "--threads", threads, script], folder: folder)
        let result = try command.result()
        #expect(result.exitCode == 0)
        return result.output
      }
    }
    let events = try JSONLines(outputs[0])
    #expect(events.named("epoch").count == 100)
    #expect(events.named("evolution").count == 99 * 3)
    #expect(events.named("done").first?["statements"] as? Int == 6)
    let plain = outputs.map { JSONLines.withoutTimes($0) }
    #expect(plain[0] == plain[1])
  }
}
