import Sparse
import Testing

@Suite struct DropoutTests {
  /// The mask as its definition says, from Philox blocks one at a time.
  private func keeps(
    _ neuron: Int, _ sample: Int, vectors: Int, threshold: UInt32
  ) -> Bool {
    let flat = neuron * vectors + sample / 16
    let block = Philox(key: SIMD2(9, 1)).block(
      SIMD4(UInt32(flat / 8), UInt32(6 * 16 + sample % 16), 4, 5 << 16 | 2))
    return block[flat % 8 / 2] >> UInt32(flat % 2 * 16) & 0xFFFF < threshold
  }

  @Test(arguments: InstructionSet.available, [1, 16, 100, 128])
  func masksAreThoseOfTheBlocks(set: InstructionSet, batch: Int) {
    let engine = Engine(threads: 1, instructionSet: set)
    let dropout = Dropout(rate: 0.3)
    let place = DropoutPlace(seed: 9 | 1 << 32, epoch: 4, layer: 2, batch: 6)
    let panel = Panel.random(21, batch, seed: 1)
    let before = panel.copy()
    let mask = DropoutMask(features: 21, capacity: batch)
    // In two ranges, as two threads would.
    engine.drop(0..<5, of: panel, dropout, at: place, mask: mask)
    engine.drop(5..<21, of: panel, dropout, at: place, mask: mask)
    for neuron in 0..<21 {
      for sample in 0..<batch {
        let kept = keeps(
          neuron, sample, vectors: (batch + 15) / 16, threshold: dropout.threshold)
        #expect(mask.keeps(neuron, sample) == kept)
        #expect(panel[neuron, sample] == (kept ? before[neuron, sample] * dropout.scale : 0))
      }
    }
  }

  @Test func theShareKeptIsWhatWasAskedFor() {
    let dropout = Dropout(rate: 0.3)
    #expect(abs(dropout.keep - 0.7) < 1e-5)
    #expect(abs(Double(dropout.scale) * dropout.keep - 1) < 1e-6)
    let mask = DropoutMask(features: 400, capacity: 100)
    let panel = Panel.random(400, 100, seed: 1)
    Engine(threads: 1).drop(
      0..<400, of: panel, dropout, at: DropoutPlace(seed: 1, epoch: 1, layer: 1, batch: 0),
      mask: mask)
    let kept = (0..<400).reduce(0) { sum, row in
      sum + (0..<100).filter { mask.keeps(row, $0) }.count
    }
    // 40,000 draws: a deviation of 92.
    #expect(abs(kept - 28_000) < 370)
  }

  @Test func theEndsOfTheRange() {
    #expect(Dropout(rate: 0).threshold == 65_536 && Dropout(rate: 0).scale == 1)
    #expect(Dropout(rate: 0.5).scale == 2)
    #expect(Dropout(rate: 0.999_999_9).threshold == 1)
    let panel = Panel.random(3, 40, seed: 1)
    let before = panel.numbers
    Engine(threads: 1).drop(
      0..<3, of: panel, Dropout(rate: 0),
      at: DropoutPlace(seed: 1, epoch: 1, layer: 1, batch: 0),
      mask: DropoutMask(features: 3, capacity: 40))
    #expect(panel.numbers == before)
  }

  @Test func everyPartOfThePlaceCounts() {
    func bits(_ place: DropoutPlace) -> [Bool] {
      let mask = DropoutMask(features: 4, capacity: 64)
      Engine(threads: 1).drop(
        0..<4, of: Panel(features: 4, capacity: 64), Dropout(rate: 0.5), at: place, mask: mask)
      return (0..<256).map { mask.keeps($0 / 64, $0 % 64) }
    }
    let places = [
      DropoutPlace(seed: 1, epoch: 1, layer: 1, batch: 1),
      DropoutPlace(seed: 2, epoch: 1, layer: 1, batch: 1),
      DropoutPlace(seed: 1, epoch: 2, layer: 1, batch: 1),
      DropoutPlace(seed: 1, epoch: 1, layer: 2, batch: 1),
      DropoutPlace(seed: 1, epoch: 1, layer: 1, batch: 2),
    ]
    #expect(Set(places.map(bits)).count == places.count)
    #expect(bits(places[0]) == bits(DropoutPlace(seed: 1, epoch: 1, layer: 1, batch: 1)))
    #expect(places[0] != places[4])
  }

  @Test func theGradientIsMaskedAsTheActivationWas() {
    let engine = Engine(threads: 1)
    let mask = DropoutMask(features: 6, capacity: 50)
    let panel = Panel.random(6, 50, seed: 1)
    let gradient = panel.copy()
    let dropout = Dropout(rate: 0.4)
    engine.drop(
      0..<6, of: panel, dropout, at: DropoutPlace(seed: 3, epoch: 1, layer: 1, batch: 1),
      mask: mask)
    engine.applyMask(0..<6, of: gradient, dropout, mask: mask)
    #expect(gradient.numbers == panel.numbers)
    #expect(panel.numbers.contains(0))
  }
}
