import Foundation
import TestSupport
import Testing
import Workbench

/// Programs as people write them, with all that comes of them: `Golden/NAME.sparse` and, beside it,
/// `NAME.expected`. `SPARSESH_RECORD=1 swift test --filter GoldenProgramTests` records anew; read
/// what changed before you commit it.
@Suite struct GoldenProgramTests {
  @Test(arguments: GoldenPrograms.good) func aGoodProgram(name: String) throws {
    let transcript = try Transcript(of: GoldenPrograms.file(name), under: GoldenPrograms.folder)
    #expect(transcript.status == .ok)
    #expect(!transcript.error.contains("error["))
    #expect(GoldenFile(url: GoldenPrograms.record(name)).difference(from: transcript.text) == nil)
  }

  @Test(arguments: GoldenPrograms.bad) func aBadProgram(name: String) throws {
    let file = GoldenPrograms.file(name)
    let transcript = try Transcript(of: file, under: GoldenPrograms.folder)
    #expect([.failed, .rejected].contains(transcript.status))
    // Every error has a code, and a place with a mark under it.
    let errors = transcript.error.matches(of: /(?m)^error\[E\d{4}\]: ./).count
    #expect(errors > 0)
    #expect(transcript.error.matches(of: /(?m)^ +--> \S.*:\d+:\d+$/).count == errors)
    #expect(transcript.error.matches(of: /(?m)^ +\| .*\^/).count >= errors)
    #expect(!transcript.error.contains("E0901"), "an internal error")
    // A program that is rejected has not begun to run.
    if transcript.status == .rejected { #expect(transcript.output.isEmpty) }
    #expect(GoldenFile(url: GoldenPrograms.record(name)).difference(from: transcript.text) == nil)
  }

  @Test func thereAreManyOfThem() {
    #expect(GoldenPrograms.good.count >= 25)
    #expect(GoldenPrograms.bad.count >= 150)
  }

  @Test func everyRecordHasItsProgram() throws {
    for part in ["good", "bad"] {
      let files = try FileManager.default.contentsOfDirectory(
        atPath: GoldenPrograms.folder.appending(path: part).path)
      let names = Set(files.filter { $0.hasSuffix(".sparse") }.map { $0.dropLast(7) })
      let records = Set(files.filter { $0.hasSuffix(".expected") }.map { $0.dropLast(9) })
      #expect(names == records)
    }
  }
}
