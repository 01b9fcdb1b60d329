import Benchmarks
import FoundationEssentials
import TestSupport
import Testing

struct CacheSizesTests {
  /// A folder as Linux has it, of (level, type, size).
  private func sizes(_ caches: [(String, String, String)]) throws -> CacheSizes {
    try TemporaryFolder.with { folder in
      for (index, (level, type, size)) in caches.enumerated() {
        let own = folder.appending(path: "index\(index)")
        try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
        for (name, text) in [("level", level), ("type", type), ("size", size)] {
          try Data("\(text)\n".utf8).write(to: own.appending(path: name))
        }
      }
      return CacheSizes.ofThisMachine(folder: folder.path)
    }
  }

  @Test func `the sizes of data caches are read, level by level`() throws {
    let caches = try sizes([
      ("1", "Data", "48K"), ("1", "Instruction", "32K"), ("2", "Unified", "2048K"),
      ("3", "Unified", "260M"),
    ])
    #expect(caches.levels == [48 << 10, 2 << 20, 260 << 20])
    #expect(caches.isKnown)
  }

  @Test(arguments: [
    [], [("1", "Data", "48K")], [("1", "Data", "x"), ("2", "Unified", "2M")],
    [("1", "Data", "2M"), ("2", "Unified", "2M")],
    [("1", "Data", "99999999999999999999G"), ("2", "Unified", "-5M")],
  ])
  func `what makes no sense is replaced by what is common`(
    _ caches: [(String, String, String)]
  ) throws {
    #expect(try sizes(caches) == .common)
    #expect(!CacheSizes.common.isKnown)
  }

  @Test func `a working set lies in the nearest level that holds it`() {
    let caches = CacheSizes(levels: [1000, 10_000])
    #expect(caches.level(holding: 1000) == "L1")
    #expect(caches.level(holding: 1001) == "L2")
    #expect(caches.level(holding: 10_001) == "DRAM")
  }

  @Test func `what is read to measure a level fits it and no nearer one`() {
    for caches in [CacheSizes.ofThisMachine(), .common] {
      let sets = caches.workingSets(most: 1 << 30)
      #expect(sets.map(\.level) == caches.levels.indices.map { "L\($0 + 1)" } + ["DRAM"])
      for (index, set) in sets.enumerated() {
        #expect(set.bytes % 4096 == 0)
        if index < caches.levels.count { #expect(set.bytes <= caches.levels[index]) }
        if index > 0 { #expect(set.bytes > caches.levels[index - 1]) }
      }
    }
    #expect(CacheSizes.common.workingSets(most: 20 << 20).last?.bytes == 20 << 20)
  }
}
