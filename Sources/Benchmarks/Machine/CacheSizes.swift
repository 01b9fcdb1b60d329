internal import Sparse

/// The sizes of the data caches that one processor sees, in bytes, nearest first.
package struct CacheSizes: Sendable, Equatable {
  /// Bytes by level, from the first.
  package let levels: [Int]
  /// Whether the system told them; else they are what is common.
  package let isKnown: Bool

  /// Caches of these sizes.
  package init(levels: [Int], isKnown: Bool = true) {
    self.levels = levels
    self.isKnown = isKnown
  }

  /// What is assumed where the system says nothing.
  package static let common = CacheSizes(levels: [32 << 10, 1 << 20, 16 << 20], isKnown: false)

  /// Those of this machine, from the folder where Linux tells them.
  package static func ofThisMachine(
    folder: String = "/sys/devices/system/cpu/cpu0/cache"
  ) -> CacheSizes {
    var sizes: [Int: Int] = [:]
    for index in 0..<16 {
      func read(_ name: String) -> String? {
        SystemFile("\(folder)/index\(index)/\(name)")?.line
      }
      guard let type = read("type"), type != "Instruction",
        let level = read("level").flatMap(Int.init),
        let size = read("size").flatMap(bytes), level > 0, size > 0
      else { continue }
      sizes[level] = size
    }
    let levels = sizes.keys.sorted().compactMap { sizes[$0] }
    // Each level must hold more than the one before, or they cannot be told apart.
    guard levels.count > 1, zip(levels, levels.dropFirst()).allSatisfy({ $0 < $1 }) else {
      return common
    }
    return CacheSizes(levels: levels)
  }

  /// The bytes that a text such as `48K` or `2M` says.
  static func bytes(_ text: String) -> Int? {
    let factors: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    guard let last = text.last, let factor = factors[last] else { return Int(text) }
    guard let number = Int(text.dropLast()) else { return nil }
    let (product, overflow) = number.multipliedReportingOverflow(by: factor)
    return overflow ? nil : product
  }

  /// The name of the nearest level that holds so many bytes: `L1`, `L2` …, `DRAM`.
  package func level(holding bytes: Int) -> String {
    levels.firstIndex { bytes <= $0 }.map { "L\($0 + 1)" } ?? Self.memory
  }

  /// What lies behind the last cache.
  package static let memory = "DRAM"

  /// What to read to measure each level: for a cache half of it, or four times the one before if that
  /// is less (the last is often shared, and not all of it ours); for memory twice the last cache,
  /// at most `most` bytes.
  package func workingSets(most: Int) -> [(level: String, bytes: Int)] {
    var sets: [(level: String, bytes: Int)] = []
    for (index, size) in levels.enumerated() {
      let bytes = index == 0 ? size / 2 : min(size / 2, 4 * levels[index - 1])
      sets.append(("L\(index + 1)", bytes))
    }
    let last = levels.last ?? 0
    sets.append((Self.memory, max(min(2 * last, most), 1 << 20)))
    return sets.map { ($0.level, max($0.bytes / 4096 * 4096, 4096)) }
  }
}
