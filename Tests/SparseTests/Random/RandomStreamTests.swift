import Sparse
import Testing

@Suite struct RandomStreamTests {
  private func words(_ stream: RandomStream, _ count: Int = 64) -> [UInt32] {
    var stream = stream
    return (0..<count).map { _ in stream.nextWord() }
  }

  @Test func theSameAddressGivesTheSameNumbers() {
    let a = RandomStream(seed: 7, purpose: .weights, epoch: 3, layer: 2)
    #expect(words(a) == words(RandomStream(seed: 7, purpose: .weights, epoch: 3, layer: 2)))
  }

  @Test func everyPartOfTheAddressCounts() {
    let streams = [
      RandomStream(seed: 7, purpose: .weights, epoch: 3, layer: 2),
      RandomStream(seed: 8, purpose: .weights, epoch: 3, layer: 2),
      RandomStream(seed: 7 | 1 << 32, purpose: .weights, epoch: 3, layer: 2),
      RandomStream(seed: 7, purpose: .growth, epoch: 3, layer: 2),
      RandomStream(seed: 7, purpose: .weights, epoch: 4, layer: 2),
      RandomStream(seed: 7, purpose: .weights, epoch: 3, layer: 1),
    ]
    #expect(Set(streams.map { words($0) }).count == streams.count)
  }

  @Test func wordsAreTheBlocksOfSuccessiveCounters() {
    let drawn = words(RandomStream(seed: 5, purpose: .test, epoch: 9, layer: 1), 8)
    let philox = Philox(key: SIMD2(5, 0))
    let blocks = (0..<2).map { philox.block(SIMD4(UInt32($0), 0, 9, 99 << 16 | 1)) }
    #expect(drawn == blocks.flatMap { block in (0..<4).map { block[$0] } })
  }

  @Test func aBlockIsFoundByItsNumberWhateverWasDrawn() {
    var stream = RandomStream(seed: 5, purpose: .test, epoch: 9, layer: 1)
    let drawn = words(stream, 12)
    for number in [2, 0, 1] {
      let block = stream.block(at: UInt64(number))
      #expect((0..<4).map { block[$0] } == Array(drawn[4 * number..<4 * number + 4]))
      _ = stream.nextWord()
    }
  }

  @Test func uniformsFillTheirRange() {
    var stream = RandomStream(seed: 1, purpose: .test)
    let drawn = (0..<20_000).map { _ in stream.uniform() }
    #expect(drawn.allSatisfy { $0 >= 0 && $0 < 1 })
    // The mean of 20,000 uniforms has a deviation of 0.00204.
    #expect(abs(drawn.reduce(0, +) / 20_000 - 0.5) < 0.01)
    #expect(drawn.min()! < 0.001 && drawn.max()! > 0.999)
  }

  @Test func wholeNumbersAreUniform() {
    var stream = RandomStream(seed: 2, purpose: .test)
    var counts = [Double](repeating: 0, count: 10)
    for _ in 0..<10_000 { counts[Int(stream.integer(below: 10))] += 1 }
    // χ² with 9 degrees of freedom exceeds 33.7 once in 10,000.
    let chi = counts.reduce(0) { $0 + ($1 - 1000) * ($1 - 1000) / 1000 }
    #expect(chi < 33.7)
  }

  @Test func normalNumbersHaveTheirMoments() {
    var stream = RandomStream(seed: 3, purpose: .test)
    let drawn = (0..<20_000).map { _ in stream.normal(mean: 2, deviation: 3) }
    let mean = drawn.reduce(0, +) / 20_000
    let variance = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
    #expect(abs(mean - 2) < 0.1)
    #expect(abs(variance - 9) < 0.45)
  }

  @Test func aShuffleKeepsTheElementsAndMovesThem() {
    var stream = RandomStream(seed: 4, purpose: .shuffle)
    var numbers = Array(0..<1000)
    stream.shuffle(&numbers)
    #expect(numbers.sorted() == Array(0..<1000))
    #expect(zip(numbers, 0...).filter { $0 == $1 }.count < 12)
  }
}
