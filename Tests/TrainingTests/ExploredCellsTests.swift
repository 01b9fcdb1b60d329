import Catalogue
import Evolution
import Networks
import Sparse
import Testing
import Training

/// Explored cells against the sets that they are, over a few evolutions.
struct ExploredCellsTests {
  /// A layer of every cell, and one of which every third row is followed.
  @Test(arguments: [(20, 30, 0.2, 1), (6000, 3000, 0.0005, 3)])
  func areThoseOfSets(inputs: Int, outputs: Int, density: Double, stride: Int) throws {
    let plan = try NetworkPlan(
      shape: Shape(hidden: [outputs]),
      arguments: Arguments([
        "sparse": .call(Call("density", Arguments(["density": .number(density)])))
      ]))
    var network = try plan.build(inputs: inputs, classes: 2, seed: 1)
    let policy = try Policies.make(Call("set", Arguments()))
    var explored = ExploredCells(try matrix(network))
    var seen = cells(try matrix(network), stride: stride)
    #expect(explored.stride == stride)
    #expect(explored.followed == (inputs + stride - 1) / stride * outputs)
    for epoch in 1...4 {
      #expect(explored.explored == seen.count)
      for evolution in policy.evolve(&network, epoch: epoch, seed: 1) {
        explored.insert(evolution.addedPositions, of: try matrix(network))
      }
      let before = seen.count
      seen.formUnion(cells(try matrix(network), stride: stride))
      #expect(seen.count > before)
    }
    #expect(explored.explored == seen.count)
    #expect(explored.share == Double(seen.count) / Double(explored.followed))
  }

  private func matrix(_ network: Network) throws -> SparseMatrix {
    guard case .sparse(let matrix) = network.layers[0].weights else { throw NetworkError.width(0) }
    return matrix
  }

  private func cells(_ matrix: SparseMatrix, stride: Int) -> Set<Int> {
    Set(
      Swift.stride(from: 0, to: matrix.rows, by: stride).flatMap { row in
        (matrix.rowOffsets[row]..<matrix.rowOffsets[row + 1]).map {
          row * matrix.columns + Int(matrix.columnIndices[$0])
        }
      })
  }
}
