import FoundationEssentials
import TestSupport
import Testing

/// `scripts/instruction-counts` on made-up numbers: what it lets pass, and what not.
@Suite struct InstructionCountTests {
  private static let here = [
    "swift": "6.3", "valgrind": "3.19", "C library": "glibc 2.36", "processor": "this one",
  ]

  private static func file(
    _ counts: [String: Int], surroundings: [String: String], named name: String, in folder: URL
  ) throws -> String {
    struct Record: Encodable {
      let surroundings: [String: String]
      let counts: [String: Int]
    }
    let record = Record(surroundings: surroundings, counts: counts)
    let url = folder.appending(path: name)
    try JSONEncoder().encode(record).write(to: url)
    return url.path
  }

  /// Compares two records as the script does.
  private func compare(
    _ recorded: [String: Int], _ counted: [String: Int],
    changing surroundings: [String: String] = [:]
  ) throws -> Command.Result {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../scripts/instruction-counts").standardizedFileURL
    return try TemporaryFolder.with { folder in
      let before = try Self.file(
        recorded, surroundings: Self.here, named: "recorded.json", in: folder)
      let now = try Self.file(
        counted, surroundings: Self.here.merging(surroundings) { $1 }, named: "counted.json",
        in: folder)
      return try Command(
        ["--recorded", before, "--counted", now], program: script.path
      ).result()
    }
  }

  @Test func growthOfMoreThanThreePercentFails() throws {
    let recorded = ["train": 1_000_000, "check": 2_000_000]
    #expect(try compare(recorded, recorded).exitCode == 0)
    #expect(try compare(recorded, ["train": 1_029_999, "check": 2_059_999]).exitCode == 0)
    let result = try compare(recorded, ["train": 1_000_000, "check": 2_061_000])
    #expect(result.exitCode == 1)
    #expect(result.output.contains("more than 3%"))
    #expect(result.errors.contains("--record"))
  }

  @Test func aGainIsWorthRecording() throws {
    let result = try compare(["train": 1_000_000], ["train": 900_000])
    #expect(result.exitCode == 0 && result.output.contains("record it"))
  }

  @Test func noJobMayBeMissing() throws {
    #expect(try compare(["train": 1, "check": 1], ["train": 1]).exitCode == 1)
    #expect(try compare(["train": 1], ["train": 1, "check": 1]).exitCode == 1)
  }

  @Test(arguments: ["swift", "valgrind", "C library"])
  func otherToolsAreNotCompared(tool: String) throws {
    let result = try compare(
      ["train": 1_000_000], ["train": 2_000_000], changing: [tool: "another"])
    #expect(result.exitCode == 0)
    #expect(result.errors.contains("NOT COMPARED") && result.errors.contains(tool))
  }

  @Test func anotherProcessorMayDifferByMore() throws {
    let other = ["processor": "another"]
    let recorded = ["train": 1_000_000]
    let close = try compare(recorded, ["train": 1_090_000], changing: other)
    #expect(close.exitCode == 0 && close.errors.contains("another"))
    #expect(try compare(recorded, ["train": 1_110_000], changing: other).exitCode == 1)
  }
}
