import Sparse
import Testing

/// A matrix so large that a small batch passes it in narrow rows, against the same in pieces so small
/// that they are passed as panels.
@Suite struct NarrowBatchTests {
  private static let matrix: SparseMatrix = {
    var stream = RandomStream(seed: 2, purpose: .test)
    var matrix = SparseMatrix.erdosRenyi(
      rows: 3000, columns: 2500, nonzeros: 1_100_000, stream: &stream)
    matrix.values = stream.numbers(matrix.nonzeros)
    matrix.velocity = stream.numbers(matrix.nonzeros)
    return matrix
  }()

  /// The rows of `range` as a matrix of their own.
  private func rows(_ range: Range<Int>) -> SparseMatrix {
    let whole = Self.matrix
    let positions = whole.rowOffsets[range.lowerBound]..<whole.rowOffsets[range.upperBound]
    return SparseMatrix(
      rows: range.count, columns: whole.columns,
      rowOffsets: whole.rowOffsets[range.lowerBound...range.upperBound].map {
        $0 - positions.lowerBound
      },
      columnIndices: Array(whole.columnIndices[positions]),
      values: Array(whole.values[positions]), velocity: Array(whole.velocity[positions]))
  }

  @Test(arguments: [1, 2, 4, 7, 16]) func backwardIsThatOfItsParts(batch: Int) {
    let input = Panel.random(3000, batch, seed: 4)
    let gradient = Panel.random(2500, batch, seed: 5)
    let step = MomentumStep(rate: 0.1, momentum: 0.9, decay: 0.01)
    for threads in [1, 3] {
      let engine = Engine(threads: threads)
      var whole = Self.matrix
      let inputGradient = Panel(features: 3000, capacity: batch)
      whole.backward(
        input: input, outputGradient: gradient, inputGradient: inputGradient, step: step,
        on: engine)
      for range in [0..<1000, 1000..<3000] {
        var part = rows(range)
        let own = Panel(features: range.count, capacity: batch)
        for row in range { own.row(row - range.lowerBound).update(from: input.row(row), count: 16) }
        let found = Panel(features: range.count, capacity: batch)
        part.backward(
          input: own, outputGradient: gradient, inputGradient: found, step: step, on: engine)
        let positions = whole.rowOffsets[range.lowerBound]..<whole.rowOffsets[range.upperBound]
        #expect(part.values == Array(whole.values[positions]))
        #expect(part.velocity == Array(whole.velocity[positions]))
        #expect(
          found.numbers
            == Array(
              inputGradient.numbers[batch * range.lowerBound..<batch * range.upperBound]))
      }
    }
  }

  /// The first samples of a wide batch are what they are alone.
  @Test(arguments: [1, 2, 3, 8, 9]) func forwardIsThatOfAWideBatch(batch: Int) {
    let wide = Panel.random(3000, 20, seed: 6)
    let narrow = Panel(features: 3000, capacity: batch)
    for row in 0..<3000 { narrow.row(row).update(from: wide.row(row), count: batch) }
    var stream = RandomStream(seed: 7, purpose: .test)
    let bias = stream.numbers(2500)
    for threads in [1, 2, 4] {
      let engine = Engine(threads: threads)
      let (expected, found) = (
        Panel(features: 2500, capacity: 20), Panel(features: 2500, capacity: batch)
      )
      Self.matrix.forward(wide, bias: bias, into: expected, on: engine)
      Self.matrix.forward(narrow, bias: bias, into: found, on: engine)
      for row in 0..<2500 {
        for sample in 0..<batch where found[row, sample] != expected[row, sample] {
          Issue.record("output \(row), sample \(sample)")
          return
        }
      }
    }
  }

  /// The index is there only once it has been asked for.
  @Test func aNarrowBatchNeedsNoIndex() {
    var stream = RandomStream(seed: 2, purpose: .test)
    let matrix = SparseMatrix.erdosRenyi(
      rows: 3000, columns: 2500, nonzeros: 1_100_000, stream: &stream)
    let engine = Engine(threads: 2)
    matrix.forward(
      Panel(features: 3000, capacity: 2), bias: nil, into: Panel(features: 2500, capacity: 2),
      on: engine)
    #expect(matrix.storedBytes < 12 * 1_100_000 + 60_000)
    #expect(!SparseMatrix.needsIndex(nonzeros: matrix.nonzeros, batch: 2))
    matrix.forward(
      Panel(features: 3000, capacity: 17), bias: nil, into: Panel(features: 2500, capacity: 17),
      on: engine)
    #expect(matrix.storedBytes > 20 * 1_100_000)
    #expect(SparseMatrix.needsIndex(nonzeros: matrix.nonzeros, batch: 17))
  }
}
