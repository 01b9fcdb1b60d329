import Foundation
import TestSupport
import Testing

@testable import Jupyter

struct CellArchiveTests {
  private func entry(_ number: Int, _ input: String = "x") -> CellEntry {
    CellEntry(number: number, input: input, output: nil)
  }

  private func permissions(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
  }

  @Test func `sessions find the cells of those before them`() throws {
    try TemporaryFolder.with { folder in
      let path = folder.path + "/a/b"
      for session in 1...3 {
        var history = CellHistory(archive: CellArchive(folder: path))
        #expect(history.session == session)
        #expect(history.tail(nil).count == 2 * (session - 1))
        history.append(1, "first = \(session)", output: "1")
        history.append(2, "é\n\u{2028}\"\(session)", output: nil)
      }
      let history = CellHistory(archive: CellArchive(folder: path))
      #expect(history.tail(3).map(\.session) == [2, 3, 3])
      #expect(history.tail(3).map(\.cell.number) == [2, 1, 2])
      #expect(history.tail(1).first?.cell.input == "é\n\u{2028}\"3")
      #expect(history.range(of: 2, from: 1, before: 2).map(\.cell.input) == ["first = 2"])
      #expect(history.range(of: -1, from: 1, before: nil).map(\.session) == [3, 3])
      #expect(history.range(of: -3, from: 1, before: nil).map(\.session) == [1, 1])
      for none in [-4, 0, nil, 4, 9, .min, .max] {
        #expect(history.range(of: none, from: 1, before: nil).isEmpty)
      }
      #expect(
        history.search("first*", unique: true, count: 2).map(\.cell.input)
          == ["first = 2", "first = 3"])
      let (outer, inner) = (try permissions(path), try permissions(path + "/1.jsonl"))
      #expect(outer == 0o700 && inner == 0o600)
    }
  }

  @Test func `sessions without a cell leave nothing, and those at once have numbers of their own`()
    throws
  {
    try TemporaryFolder.with { folder in
      let archives = (0..<5).map { _ in CellArchive(folder: folder.path) }
      #expect(archives[0].sessions().isEmpty)
      for archive in archives.dropLast() { archive.append(entry(1)) }
      #expect(archives.map(\.session) == [1, 2, 3, 4, 1])
      #expect(archives[0].sessions() == [1, 2, 3, 4])
    }
  }

  @Test func `only the newest sessions are kept`() throws {
    try TemporaryFolder.with { folder in
      for _ in 0..<CellArchive.mostSessions + 3 {
        CellArchive(folder: folder.path).append(entry(1))
      }
      let sessions = CellArchive(folder: folder.path).sessions()
      #expect(sessions.count == CellArchive.mostSessions && sessions.first == 4)
    }
  }

  @Test func `a session that goes on is kept, however many begin meanwhile`() throws {
    try TemporaryFolder.with { folder in
      let long = CellArchive(folder: folder.path)
      long.append(entry(1))
      for _ in 0..<CellArchive.mostSessions + 3 {
        CellArchive(folder: folder.path).append(entry(1))
      }
      long.append(entry(2))
      #expect(CellArchive(folder: folder.path).cells(of: long.session).map(\.number) == [1, 2])
    }
  }

  @Test func `a session's file stays small`() throws {
    try TemporaryFolder.with { folder in
      let archive = CellArchive(folder: folder.path)
      let input = String(repeating: "x", count: 1 << 20)
      for number in 1...6 { archive.append(entry(number, input)) }
      archive.append(entry(7))
      #expect(archive.cells(of: 1).map(\.number) == [1, 2, 3, 7])
    }
  }

  @Test func `what is no session is passed over`() throws {
    try TemporaryFolder.with { folder in
      let bytes: [(String, String)] = [
        ("1.jsonl", "{\"number\":1,\"input\":\"a\"}\nnonsense\n{\"number\":2}\n\n{\"number\":3,"),
        ("02.jsonl", "{}"), ("-3.jsonl", "{}"), ("x.jsonl", "{}"), ("4.txt", "{}"),
        ("99999999999999999999.jsonl", "{}"),
      ]
      for (name, text) in bytes {
        try text.write(toFile: folder.path + "/" + name, atomically: false, encoding: .utf8)
      }
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/5.jsonl", withDestinationPath: folder.path + "/1.jsonl")
      try FileManager.default.createDirectory(
        atPath: folder.path + "/6.jsonl", withIntermediateDirectories: false)
      #expect(mkfifo(folder.path + "/7.jsonl", 0o600) == 0)
      let archive = CellArchive(folder: folder.path)
      #expect(archive.cells(of: 1) == [entry(1, "a")])
      for session in [2, 5, 6, 7, 8, -3, .max] { #expect(archive.cells(of: session).isEmpty) }
      #expect(archive.session == 8)
    }
  }

  @Test func `a folder that cannot be used does no harm`() {
    for folder in ["/proc/1/nowhere", "/dev/null"] {
      var history = CellHistory(archive: CellArchive(folder: folder))
      history.append(1, "x", output: nil)
      history.append(2, "y", output: nil)
      #expect(history.tail(nil).map(\.cell.input) == ["x", "y"])
      #expect(history.range(of: nil, from: 1, before: nil).count == 2)
    }
  }
}
