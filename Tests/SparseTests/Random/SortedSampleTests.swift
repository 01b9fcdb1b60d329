import Sparse
import Testing

@Suite struct SortedSampleTests {
  @Test(arguments: [
    (0, 0), (0, 5), (1, 1), (5, 5), (3, 10), (9, 10), (500, 1000), (501, 1000), (5000, 1 << 40),
  ])
  func isAscendingAndDistinct(count: Int, bound: UInt64) {
    var stream = RandomStream(seed: 1, purpose: .test)
    let sample = stream.sortedSample(count, below: bound)
    #expect(sample.count == count)
    #expect(zip(sample, sample.dropFirst()).allSatisfy { $0 < $1 })
    #expect(sample.allSatisfy { $0 < bound })
  }

  /// Every one of the C(6, k) sets should come up equally often: below half (drawn) and above
  /// (drawn by what is left out).
  @Test(arguments: [2, 3, 4]) func everySetIsEquallyLikely(count: Int) {
    var stream = RandomStream(seed: 11, purpose: .test)
    var seen: [[UInt64]: Double] = [:]
    let draws = 6000
    for _ in 0..<draws { seen[stream.sortedSample(count, below: 6), default: 0] += 1 }
    let sets = count == 3 ? 20 : 15
    #expect(seen.count == sets)
    let expected = Double(draws) / Double(sets)
    let chi = seen.values.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected }
    // Once in 10,000: 44.0 for 14 degrees of freedom, 51.0 for 19.
    #expect(chi < (count == 3 ? 51 : 44))
  }

  /// Long enough for the radix sort; the numbers must spread evenly over the range.
  @Test func longSamplesSpreadEvenly() {
    var stream = RandomStream(seed: 12, purpose: .test)
    let sample = stream.sortedSample(16_000, below: 1 << 33)
    #expect(zip(sample, sample.dropFirst()).allSatisfy { $0 < $1 })
    var counts = [Double](repeating: 0, count: 16)
    for value in sample { counts[Int(value >> 29)] += 1 }
    // 15 degrees of freedom; exceeded once in 10,000.
    #expect(counts.reduce(0) { $0 + ($1 - 1000) * ($1 - 1000) / 1000 } < 44.3)
  }
}
