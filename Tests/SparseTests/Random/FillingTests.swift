import Sparse
import Testing

/// Many random numbers at once are the same as one by one.
@Suite struct FillingTests {
  private func stream() -> RandomStream {
    RandomStream(seed: 5, purpose: .test, epoch: 7, layer: 3)
  }

  @Test(arguments: [0, 1, 3, 4, 5, 63, 64, 65, 1000]) func wordsAreThoseOneByOne(count: Int) {
    for before in 0...4 {
      var one = stream()
      var many = stream()
      for _ in 0..<before { #expect(one.nextWord() == many.nextWord()) }
      var words = [UInt32](repeating: 0, count: count)
      words.withUnsafeMutableBufferPointer { many.fill($0) }
      #expect(words == (0..<count).map { _ in one.nextWord() })
      #expect(many == one)
    }
  }

  @Test func uniformNumbersAreThoseOneByOne() {
    var one = stream()
    var many = stream()
    var numbers = [Float](repeating: 0, count: 10_001)
    numbers.withUnsafeMutableBufferPointer { many.fill($0, uniformFrom: -0.3, to: 0.7) }
    #expect(numbers == (0..<10_001).map { _ in one.uniform(-0.3, 0.7) })
    #expect(many == one)
  }

  /// With a bound just above 2⁶³ nearly every second number is drawn anew.
  @Test(arguments: [1, 6, 1 << 20, 1 << 63 + 1, .max] as [UInt64])
  func samplesAreOfNumbersOneByOne(bound: UInt64) {
    var one = stream()
    var many = stream()
    let count = Int(min(3000, bound / 2))
    let sample = many.sortedSample(count, below: bound)
    var seen: Set<UInt64> = []
    while seen.count < count { seen.insert(one.integer(below: bound)) }
    #expect(sample == seen.sorted())
  }
}
