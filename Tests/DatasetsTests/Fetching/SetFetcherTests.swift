import Catalogue
import Crypto
import FoundationEssentials
import Testing

@testable import Datasets

/// Fetching from a folder that plays the origin; nothing here needs a network.
@Suite("Fetching known data sets")
struct SetFetcherTests {
  let origin: TemporaryFolder
  let data: TemporaryFolder

  init() throws {
    origin = try TemporaryFolder()
    data = try TemporaryFolder()
  }

  private func set(_ downloads: [KnownDownload]) -> KnownSet {
    KnownSet(
      name: "toy", folder: "toy-set", subject: "a toy", classes: 2, features: 2, train: 2,
      test: nil, licence: "none", citation: "nobody", downloads: downloads)
  }

  private func sum(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
      .joined()
  }

  /// What is in the data directory, hidden or not, below the top too.
  private var stored: [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: data.path)) ?? []).sorted()
  }

  private func code(_ set: KnownSet, from mirror: String? = nil) -> String? {
    do {
      try SetFetcher(set, into: data.path, from: mirror ?? origin.path).fetch()
      return nil
    } catch { return (error as? DataError)?.code.id }
  }

  @Test("files are checked and stored under their own names")
  func plain() throws {
    try origin.write("a b.csv", "1,2,a\n3,4,b\n")
    let known = sum(Array("1,2,a\n3,4,b\n".utf8))
    let set = set([
      KnownDownload("https://example.org/x/a b.csv", [KnownFile("t.csv", sha256: known)])
    ])
    #expect(!set.isPresent(in: data.path))
    var events: [SetFetcher.Event] = []
    try SetFetcher(set, into: data.path, from: origin.path).fetch { events.append($0) }
    #expect(stored == ["toy-set", "toy-set/t.csv"])
    #expect(events.count == 3 && set.isPresent(in: data.path))
    #expect(events[1] == .checked(file: "t.csv", bytes: 12, sha256: known, isKnown: true))
    #expect(try load("\(data.path)/toy-set/t.csv", ["test": 0.5]).width == 2)
  }

  @Test("what fails leaves the data directory as it was")
  func failures() throws {
    try origin.write("a.csv", "1,2,a\n")
    let good = KnownDownload("https://example.org/a.csv", [KnownFile("a.csv")])
    let missing = KnownDownload("https://example.org/b.csv", [KnownFile("b.csv")])
    let changed = KnownDownload(
      "https://example.org/a.csv", [KnownFile("a.csv", sha256: String(repeating: "0", count: 64))])
    #expect(code(set([good, missing])) == "E0631")
    #expect(code(set([good, changed])) == "E0632")
    #expect(code(set([good]), from: "http://127.0.0.1:1") == "E0631")
    #expect(code(set([good]), from: "ftp://127.0.0.1") == "E0631")
    #expect(code(set([good]), from: origin.path + "/nowhere") == "E0601")
    #expect(stored == [])
    let file = try data.write("file", "no folder")
    #expect(throws: DataError.self) {
      try SetFetcher(set([good]), into: file, from: origin.path).fetch()
    }
    #expect(throws: DataError.self) {
      try SetFetcher(set([good]), into: data.path + "/a/b/c", from: origin.path).fetch()
    }
    #expect(stored == ["file"])
  }

  @Test("a set that is there stays as it is when fetching it again fails")
  func again() throws {
    try origin.write("a.csv", "1,2,a\n")
    let set = set([KnownDownload("https://example.org/a.csv", [KnownFile("a.csv")])])
    #expect(code(set) == nil)
    try FileManager.default.removeItem(atPath: origin.path + "/a.csv")
    #expect(code(set) == "E0631")
    #expect(stored == ["toy-set", "toy-set/a.csv"])
  }

  @Test("files come out of folders, archives within and compressed files of an archive")
  func archives() throws {
    try origin.write("nested.zip", ReferenceTable.bytes("nested.zip"))
    let set = set([
      KnownDownload(
        "https://example.org/nested.zip",
        [KnownFile("x_train.txt"), KnownFile("y_train.txt"), KnownFile("table.svm")])
    ])
    #expect(code(set) == nil)
    for name in ["x_train.txt", "y_train.txt", "table.svm"] {
      let bytes = try Data(contentsOf: URL(filePath: "\(data.path)/toy-set/\(name)"))
      #expect([UInt8](bytes) == ReferenceTable.bytes(name), "\(name)")
    }
    let other = KnownDownload("https://example.org/nested.zip", [KnownFile("z.txt")])
    #expect(code(self.set([other])) == "E0634")
    try origin.write("nested.zip", Array(ReferenceTable.bytes("nested.zip").prefix(300)))
    #expect(code(set) == "E0634")
  }

  @Test("leftovers of a process that is no more are removed")
  func leftovers() throws {
    _ = try data.folder(".toy-set.999999999.part")
    try data.write(".toy-set.999999999.part/download", "half")
    try origin.write("a.csv", "1,2,a\n")
    #expect(code(set([KnownDownload("https://example.org/a.csv", [KnownFile("a.csv")])])) == nil)
    #expect(stored == ["toy-set", "toy-set/a.csv"])
  }

  @Test("the nine sets are told apart, complete, and can all be loaded by name")
  func known() {
    #expect(KnownSets.all.count == 9)
    #expect(Set(KnownSets.all.map(\.folder)).count == 9)
    for set in KnownSets.all {
      #expect(DatasetSources.all.contains { $0.about.name == set.name }, "\(set.name)")
      #expect(!set.licence.isEmpty && !set.citation.isEmpty && !set.files.isEmpty)
      #expect(set.files.allSatisfy { $0.sha256?.utf8.count ?? 64 == 64 })
      #expect(set.downloads.allSatisfy { $0.address.hasPrefix("http") })
      #expect(set.downloads.allSatisfy { $0.isArchive || $0.files.count == 1 })
    }
  }
}
