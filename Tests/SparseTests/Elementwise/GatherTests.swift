import Sparse
import Testing

@Suite struct GatherTests {
  @Test(arguments: InstructionSet.available, [(1, 1), (16, 16), (37, 50), (617, 100), (5, 3)])
  func samplesComeInOrderOfTheIndices(set: InstructionSet, shape: (width: Int, batch: Int)) {
    let engine = Engine(threads: 2, instructionSet: set)
    let (width, batch) = shape
    let samples = Features((0..<60 * width).map { Float($0) }, width: width)
    let order = (0..<batch + 4).map { $0 * 17 % 60 }
    let panel = Panel(features: width, capacity: 128)
    for row in 0..<width { for sample in 0..<128 { panel[row, sample] = -1 } }
    engine.gather(samples, indices: order[4...], into: panel)
    #expect(panel.batch == batch)
    for row in 0..<width {
      #expect((0..<batch).allSatisfy { panel[row, $0] == samples[order[$0 + 4], row] })
      #expect((batch..<panel.padded).allSatisfy { panel.row(row)[$0] == 0 })
    }
  }

  @Test func aRangeIsItsIndices() {
    let engine = Engine(threads: 1)
    let samples = Features((0..<100).map { Float($0) }, width: 5)
    let panel = Panel(features: 5, capacity: 8)
    engine.gather(samples, range: 12..<20, into: panel)
    #expect(panel[2, 0] == 62 && panel[4, 7] == 99)
  }

  @Test func vectorsOfParametersStepAsWeightsDo() {
    var values: [Float] = (0..<37).map { Float($0) }
    var velocity = [Float](repeating: 2, count: 37)
    let gradient = Vector(count: 37)
    for index in 0..<37 { gradient[index] = 4 }
    Engine(threads: 1).update(
      &values, velocity: &velocity, gradient: gradient,
      step: MomentumStep(rate: 0.5, momentum: 0.25, decay: 0))
    #expect(velocity == [Float](repeating: -1.5, count: 37))
    #expect(values == (0..<37).map { Float($0) - 1.5 })
  }
}
