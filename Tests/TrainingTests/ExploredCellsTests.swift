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
    let policy = try Policies.make(Call("set"))
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

  @Test func runsFollowThemWhereAsked() throws {
    let plain = try Clusters.trainer(["epochs": 5]).run()
    let trainer = try Clusters.trainer(["epochs": 5, "exploration": true])
    let followed = try trainer.run()
    #expect(plain.digest == followed.digest)
    #expect(plain.evolutionRecords.allSatisfy { $0.explored == nil })
    for layer in 1...2 {
      let records = followed.evolutionRecords.filter { $0.layer == layer }
      let shares = try records.map { try #require($0.explored) }
      #expect(shares.count == 4 && shares == shares.sorted())
      #expect(shares[0] >= records[0].density && (shares.last ?? 2) <= 1)
    }
    // A bit a cell: 20 × 30 and 30 × 20.
    let stated = trainer.memory.besides - (try Clusters.trainer(["epochs": 5]).memory.besides)
    #expect(stated == 2 * 600 / 8)
  }

  /// A layer all of whose cells are taken has been explored from the start.
  @Test func fullLayersAreExplored() throws {
    let run = try Clusters.trainer(
      ["exploration": true], network: ["sparse": .call("density", ["density": 1])]
    ).run()
    #expect(!run.evolutionRecords.isEmpty)
    #expect(run.evolutionRecords.allSatisfy { $0.explored == 1 })
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
