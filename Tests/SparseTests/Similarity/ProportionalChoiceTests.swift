import CKernels
import Foundation
import Sparse
import Testing

@Suite struct ProportionalChoiceTests {
  /// Every pair of cells should come up as often as in drawing one after the other: first a with
  /// p_a, then b with p_b / (1 − p_a), or the other way round.
  @Test func pairsComeUpAsInSequentialSampling() {
    let engine = Engine(threads: 1)
    let matrix = SparseMatrix(
      rows: 2, columns: 3, rowOffsets: [0, 1, 1], columnIndices: [1], values: [1])
    let activations = Activations(rows: 2, columns: 3, samples: 4, seed: 8)
    let block = CosineBlock(rows: 0..<2, columns: 0..<3)
    block.add(inputs: activations.inputs, outputs: activations.outputs, on: engine)
    let empty = [0, 2, 3, 4, 5].map { Cell(row: Int32($0 / 3), column: Int32($0 % 3)) }
    let weights = empty.map { Double(block[Int($0.row), Int($0.column)]) }
    let p = weights.map { $0 / weights.reduce(0, +) }

    let draws = 20_000
    var counts: [[Cell]: Double] = [:]
    for epoch in 0..<draws {
      let stream = RandomStream(seed: 5, purpose: .test, epoch: epoch)
      let search = EmptyCellSearch(.proportional(stream), count: 2, in: matrix, afterRemoving: [])
      search.take(block, on: engine)
      counts[search.cells(), default: 0] += 1
    }
    var (chi, pairs) = (0.0, 0)
    for a in 0..<5 {
      for b in a + 1..<5 {
        let expected = p[a] * p[b] * (1 / (1 - p[a]) + 1 / (1 - p[b])) * Double(draws)
        let seen = counts[[empty[a], empty[b]]] ?? 0
        chi += (seen - expected) * (seen - expected) / expected
        pairs += 1
      }
    }
    #expect(pairs == 10 && counts.count <= 10)
    // 9 degrees of freedom, exceeded once in 10,000.
    #expect(chi < 33.7)
    // The probabilities are far from equal: a uniform draw would not pass.
    #expect((p.max() ?? 0) > 3 * (p.min() ?? 1))
  }

  /// The kernels' prefilter: u ≤ −ln(1 − u), so that no cell whose key is within the reach may be
  /// missing, and none with u beyond c·reach is looked at in vain.
  @Test(arguments: [0.02, 0.05, 1, .infinity] as [Double], 0..<5)
  func everyCellWithinReachIsPicked(reach: Double, row: Int) {
    let stream = RandomStream(seed: 2, purpose: .test)
    var numbers = RandomStream(seed: 3, purpose: .test)
    let (products, scales) = (numbers.numbers(20_000), numbers.numbers(20_000).map { abs($0) })
    let place = kernel_draw(
      key: (2, 0), row: UInt32(row), epoch: 0, word: RandomPurpose.test.rawValue << 16)
    let words = (0..<20_000).map { stream.word(ofRow: row, column: 64 + $0) }
    for kernels in EveryKernelTests.sets {
      var picked = [Int32](repeating: -1, count: 20_000)
      var drawn = [UInt32](repeating: 0, count: 20_000)
      let found = kernels.pointee.drawn_cells(
        64, 20_000, products, 0.5, scales, Float(reach), place, &picked, &drawn)
      var isPicked = [Bool](repeating: false, count: 20_000)
      for (column, word) in zip(picked, drawn).prefix(found) {
        isPicked[Int(column)] = true
        #expect(words[Int(column)] == word)
      }
      let wrong = words.indices.filter { column in
        let u = (Double(words[column]) + 0.5) * 0x1p-32
        let most = abs(Double(products[column])) * 0.5 * Double(scales[column]) * reach
        let isWithin = -log(1 - u) <= most * (1 - 0x1p-20)
        let isBeyond = u - 0x1p-24 > most * (1 + 0x1p-20)
        return isPicked[column] ? isBeyond : isWithin
      }
      #expect(wrong.isEmpty)
    }
  }

  @Test func cellsHaveTheWordsOfTheirBlocks() {
    let stream = RandomStream(seed: 7 << 32 | 9, purpose: .test, epoch: 3, layer: 2)
    let philox = Philox(key: SIMD2(9, 7))
    for (column, group, word) in [(0, 0, 0), (17, 1, 1), (63, 15, 3), (64, 16, 0), (200, 56, 0)] {
      let block = philox.block(SIMD4(UInt32(group), 11, 3, RandomPurpose.test.rawValue << 16 | 2))
      #expect(stream.word(ofRow: 11, column: column) == block[word])
    }
    let words = Set((0..<1000).map { stream.word(ofRow: $0 / 100, column: $0 % 100) })
    #expect(words.count == 1000)
  }
}
