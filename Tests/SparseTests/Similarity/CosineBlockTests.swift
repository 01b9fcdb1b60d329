import Sparse
import Testing

@Suite struct CosineBlockTests {
  static let sizes = [
    (1, 1, 1), (3, 7, 2), (5, 4, 15), (4, 6, 16), (9, 13, 17), (7, 5, 100), (2, 31, 128),
    (70, 3, 200), (3, 520, 40), (11, 10, 1023), (5, 9, 1024), (6, 4, 1025), (2, 3, 3000),
  ]

  @Test(arguments: InstructionSet.available, sizes)
  func similaritiesAreThoseOfDoubles(set: InstructionSet, size: (Int, Int, Int)) {
    let activations = Activations(rows: size.0, columns: size.1, samples: size.2)
    let found = activations.similarities(on: Engine(threads: 2, instructionSet: set))
    let expected = activations.reference().map { Float($0) }
    // The error of a product of unit vectors: well below one unit in the last place a lane's term.
    #expect(distance(found, expected) < .ulpOfOne * (4 + Float(size.2).squareRoot()))
    #expect(found.allSatisfy { $0 >= 0 && $0 <= 1 })
  }

  @Test func everyNumberOfSamplesIsCountedWhole() {
    let engine = Engine(threads: 1)
    for samples in 1...200 {
      let activations = Activations(rows: 2, columns: 3, samples: samples)
      let expected = activations.reference().map { Float($0) }
      #expect(distance(activations.similarities(on: engine), expected) < 4e-6, "\(samples)")
    }
  }

  @Test func theSetsAndTheThreadsAgreeToTheBit() {
    let activations = Activations(rows: 130, columns: 70, samples: 1500)
    let sets = InstructionSet.available.filter { $0 != .portable }
    let first = activations.similarities(on: Engine(threads: 1, instructionSet: sets.first))
    for set in sets {
      for threads in [1, 2, 3, 5] {
        let engine = Engine(threads: threads, instructionSet: set)
        #expect(activations.similarities(on: engine) == first, "\(set), \(threads) threads")
      }
    }
  }

  @Test func samplesMayComeInParts() {
    let engine = Engine(threads: 2)
    let whole = Activations(rows: 9, columns: 70, samples: 5 * 1024 + 77)
    let block = CosineBlock(rows: 2..<9, columns: 64..<70)
    for range in [0..<1024, 1024..<4096, 4096..<5197] {
      let parts = [whole.inputs, whole.outputs].map { panel in
        let part = Panel(features: panel.features, capacity: 3072)
        part.batch = range.count
        for feature in 0..<panel.features {
          part.row(feature).update(from: panel.row(feature) + range.lowerBound, count: range.count)
        }
        return part
      }
      block.add(inputs: parts[0], outputs: parts[1], on: engine)
    }
    #expect(block.samples == 5197)
    let all = whole.similarities(on: engine)
    #expect(block.numbers == (2..<9).flatMap { row in (64..<70).map { all[row * 70 + $0] } })
  }

  @Test(arguments: [(1, 1), (100, 90), (1000, 1000), (40, 100_000), (100_000, 3)])
  func blocksCoverALayerOnce(rows: Int, columns: Int) {
    for cells in [8192, 100_000, CosineBlock.cells] {
      let blocks = CosineBlock.blocks(rows: rows, columns: columns, cells: cells)
      #expect(blocks.allSatisfy { $0.rows.count * $0.columns.count <= cells })
      #expect(blocks.allSatisfy { $0.columns.lowerBound % 64 == 0 })
      #expect(blocks.reduce(0) { $0 + $1.rows.count * $1.columns.count } == rows * columns)
      let corners = Set(blocks.map { [$0.rows.lowerBound, $0.columns.lowerBound] })
      #expect(corners.count == blocks.count)
      #expect(blocks.allSatisfy { $0.rows.upperBound <= rows && $0.columns.upperBound <= columns })
    }
    #expect(CosineBlock.blocks(rows: 1000, columns: 1000).count == 1)
    #expect(CosineBlock.blocks(rows: 0, columns: 5).isEmpty)
  }

  @Test func parallelActivationsAreWhollySimilarAndOrthogonalOnesNotAtAll() {
    let (inputs, outputs) = (Panel(features: 3, capacity: 40), Panel(features: 2, capacity: 40))
    for sample in 0..<40 {
      let x = Float(sample) - 13.25
      (inputs[0, sample], inputs[1, sample]) = (x, sample < 20 ? 1 : 0)
      (outputs[0, sample], outputs[1, sample]) = (-3 * x, sample < 20 ? 0 : 2)
    }
    let block = CosineBlock(rows: 0..<3, columns: 0..<2)
    #expect(block.numbers == [0, 0, 0, 0, 0, 0])
    block.add(inputs: inputs, outputs: outputs, on: Engine(threads: 1))
    #expect(block[0, 0] > 1 - 1e-6 && block[0, 0] <= 1)
    #expect(block[1, 1] == 0)
    // A neuron that is never active.
    #expect(block[2, 0] == 0 && block[2, 1] == 0)
  }

  @Test(arguments: InstructionSet.available)
  func neuronsWithoutAUsableNormAreSimilarToNone(set: InstructionSet) {
    let engine = Engine(threads: 2, instructionSet: set)
    let activations = Activations(rows: 8, columns: 5, samples: 50)
    let sound = activations.similarities(on: engine)
    let bad: [Float] = [.nan, .infinity, -.infinity, 3e38, 1e-30]
    for (row, number) in bad.enumerated() {
      for sample in 0..<50 {
        activations.inputs[row, sample] = sample == 7 || row == 4 ? number : 0
      }
    }
    activations.outputs[3, 0] = .nan
    let found = activations.similarities(on: engine)
    for row in 0..<8 {
      for column in 0..<5 {
        let expected = row < bad.count || column == 3 ? 0 : sound[row * 5 + column]
        #expect(found[row * 5 + column] == expected)
      }
    }
  }

  @Test func normsFarFromOneDoNotMatter() {
    let engine = Engine(threads: 1)
    let activations = Activations(rows: 6, columns: 6, samples: 30)
    let before = activations.similarities(on: engine)
    for sample in 0..<30 {
      activations.inputs[0, sample] *= 0x1p57
      activations.inputs[1, sample] *= 0x1p-57
      activations.outputs[0, sample] *= 0x1p57
      activations.outputs[1, sample] *= 0x1p-57
    }
    #expect(activations.similarities(on: engine) == before)
  }
}
