import Analysis
import Networks
import Sparse
import Testing

struct DegreesTests {
  /// Input 0 leads to outputs 0, 2; input 1 to none; input 2 to 0, 1, 2.
  private let matrix = SparseMatrix(
    rows: 3, columns: 4, rowOffsets: [0, 2, 2, 5], columnIndices: [0, 2, 0, 1, 2],
    values: [1, 2, 3, 4, 5])

  @Test func bothSides() {
    #expect(matrix.degrees(.input) == [2, 0, 3])
    #expect(matrix.degrees(.output) == [2, 1, 2, 0])
  }

  @Test func connectionsLeftOutDoNotCount() {
    #expect(matrix.degrees(.input, leavingOut: [4, 0]) == [1, 0, 2])
    #expect(matrix.degrees(.output, leavingOut: [4, 0]) == [1, 1, 1, 0])
    #expect(matrix.degrees(.input, leavingOut: [0, 1, 2, 3, 4]) == [0, 0, 0])
  }

  @Test func everyNeuronOfADenseLayerHasAll() {
    let weights = Weights.dense(DenseMatrix(rows: 2, columns: 3))
    #expect(weights.degrees(.input) == [3, 3])
    #expect(weights.degrees(.output) == [2, 2, 2])
  }
}
