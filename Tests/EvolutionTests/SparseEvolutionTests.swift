import Catalogue
import Evolution
import Networks
import Sparse
import Testing

/// What SET must keep to besides what `EveryPolicyTests` hold of all policies, over random networks of
/// many sizes and densities.
struct SparseEvolutionTests {
  private func network(seed: UInt64, density: Double = 0.3) throws -> Network {
    try EvolvedNetwork(seed: seed, density: density).network
  }

  private func policy(_ arguments: [String: Argument] = [:]) throws -> any Policy {
    try Policies.make(Call("set", Arguments(arguments)))
  }

  private func matrix(_ layer: Layer) throws -> SparseMatrix {
    guard case .sparse(let matrix) = layer.weights else {
      throw NetworkError.width(0)
    }
    return matrix
  }

  @Test(arguments: 1...40)
  func removesOfEachTailWhatIsNearestToZero(seed: UInt64) throws {
    let density = [0.02, 0.1, 0.3, 0.5, 0.9, 1][Int(seed) % 6]
    let zeta = [0, 0.05, 0.3, 0.5, 1][Int(seed) % 5]
    let before = try network(seed: seed, density: density)
    var after = before
    let evolutions = try policy(["zeta": .number(zeta)]).evolve(&after, epoch: 1, seed: seed)
    #expect(evolutions.map(\.layer) == [1, 2, 3])
    for (index, evolution) in evolutions.enumerated() {
      let old = try matrix(before.layers[index])
      let positive = old.values.count { $0 > 0 }
      let negative = old.values.count { $0 < 0 }
      let expected = Int(zeta * Double(positive) + 1e-9) + Int(zeta * Double(negative) + 1e-9)
      #expect(evolution.removed.count == expected && evolution.added.count == expected)
      checkTails(of: old, evolution)
    }
  }

  private func checkTails(of old: SparseMatrix, _ evolution: LayerEvolution) {
    let oldCells = old.cells()
    let removed = Set(evolution.removed)
    let survivors = Set(oldCells).subtracting(removed)
    // Of each sign, nothing that went weighs more than anything that stayed.
    let weights = Dictionary(uniqueKeysWithValues: zip(oldCells, old.values))
    for sign in [Float(1), -1] {
      let gone = removed.compactMap { weights[$0] }.filter { $0 * sign > 0 }.map(abs).max() ?? 0
      let kept = survivors.compactMap { weights[$0] }.filter { $0 * sign > 0 }.map(abs).min()
      #expect(gone <= kept ?? .infinity)
    }
  }

  @Test func removedCellsMayReturnUnlessForbidden() throws {
    var returned = 0
    for seed in 1...20 as ClosedRange<UInt64> {
      var free = try network(seed: seed, density: 0.6)
      for evolution in try policy().evolve(&free, epoch: 1, seed: seed) {
        returned += Set(evolution.removed).intersection(evolution.added).count
      }
      var strict = try network(seed: seed, density: 0.6)
      for evolution in try policy(["forbid_removed": true]).evolve(&strict, epoch: 1, seed: seed) {
        #expect(Set(evolution.removed).isDisjoint(with: evolution.added))
      }
    }
    #expect(returned > 0)
  }

  @Test func forbiddenCellsOnlyFillWhatOthersCannot() throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      var network = try network(seed: seed, density: 0.9)
      let policy = try policy(["forbid_removed": true, "zeta": 0.5])
      for evolution in policy.evolve(&network, epoch: 1, seed: seed) {
        let layer = network.layers[evolution.layer - 1]
        let empty = layer.rows * layer.columns - layer.nonzeros
        let elsewhere = Set(evolution.added).subtracting(evolution.removed).count
        #expect(elsewhere == min(empty, evolution.removed.count))
      }
    }
  }

  @Test func aFullLayerKeepsItsConnectionsEvenIfForbidden() throws {
    var network = try network(seed: 4, density: 1)
    let before = network.parameters
    let evolutions = try policy(["forbid_removed": true]).evolve(&network, epoch: 1, seed: 4)
    #expect(network.parameters == before)
    #expect(evolutions.allSatisfy { $0.removed == $0.added && !$0.removed.isEmpty })
  }

  @Test func exactZerosGoFirst() throws {
    var network = try network(seed: 9)
    guard case .sparse(var matrix) = network.layers[0].weights else { return }
    var values = matrix.values
    for index in stride(from: 0, to: values.count, by: 7) { values[index] = 0 }
    matrix.values = values
    network.layers[0].weights = .sparse(matrix)
    let zeros = zip(matrix.cells(), values).filter { $0.1 == 0 }.map(\.0)
    let evolution = try policy(["zeta": 0.1]).evolve(&network, epoch: 1, seed: 1)[0]
    #expect(Set(zeros).isSubset(of: evolution.removed))
  }

  @Test(arguments: [
    (Argument.name("init"), Float(6)), (.name("uniform_fan_out"), 1),
    (.call(Call("uniform_fan_in")), 1),
  ])
  func newWeightsAreDrawnAsAsked(regrow: Argument, factor: Float) throws {
    var network = try NetworkPlan(shape: Shape(hidden: [300]))
      .build(inputs: 300, classes: 2, seed: 1)
    let evolution = try policy(["regrow": regrow]).evolve(&network, epoch: 1, seed: 1)[0]
    let values = network.layers[0].weights.values
    let new = evolution.addedPositions.map { abs(values[Int($0)]) }
    let bound = (factor / 300).squareRoot()
    let largest = try #require(new.max())
    #expect(factor == 6 || regrow.description != "init")
    #expect(largest <= (regrow.description == "init" ? bound : 1 / Float(300).squareRoot()))
    #expect(largest > 0.98 * (regrow.description == "init" ? bound : 1 / Float(300).squareRoot()))
  }

  @Test func newWeightsMayBeZero() throws {
    for (arguments, fidelity) in [
      (["regrow": Argument.name("zeros")], Fidelity.paper), ([:], .code),
    ] {
      var network = try network(seed: 2)
      let evolutions = try policy(arguments).evolve(
        &network, epoch: 1, seed: 1, fidelity: fidelity)
      for (layer, evolution) in zip(network.layers, evolutions) {
        let values = layer.weights.values
        #expect(evolution.addedPositions.allSatisfy { values[Int($0)] == 0 })
      }
    }
  }

  @Test func epochAndSeedDecideWhatGrows() throws {
    let start = try network(seed: 5)
    let added = try [(1, 1), (1, 1), (2, 1), (1, 2)].map { epoch, seed in
      var network = start
      return try policy().evolve(&network, epoch: epoch, seed: UInt64(seed)).map(\.added)
    }
    #expect(added[0] == added[1])
    #expect(added[0] != added[2])
    #expect(added[0] != added[3])
  }

  @Test func growthIsUniformOverTheEmptyCells() throws {
    // 10 × 10 cells, of which 50 are in use; every cell's count of additions over many epochs.
    let plan = try NetworkPlan(
      shape: Shape(hidden: [10]),
      arguments: Arguments(["sparse": .call(Call("density", Arguments(["density": 0.5])))]))
    let start = try plan.build(inputs: 10, classes: 2, seed: 3)
    var counts: [Cell: Int] = [:]
    let rounds = 4000
    for epoch in 1...rounds {
      var network = start
      for cell in try policy().evolve(&network, epoch: epoch, seed: 1)[0].added {
        counts[cell, default: 0] += 1
      }
    }
    let removed = 50 - Set(try matrix(start.layers[0]).cells()).subtracting(counts.keys).count
    let eligible = 50 + removed
    let expected = Double(rounds * removed) / Double(eligible)
    let chiSquare = counts.values.reduce(0.0) {
      $0 + (Double($1) - expected) * (Double($1) - expected) / expected
    }
    #expect(counts.count == eligible)
    // Mean `eligible` − 1, deviation √(2 · eligible): five deviations above would be one in 10⁶.
    #expect(chiSquare < Double(eligible) + 5 * (2 * Double(eligible)).squareRoot())
  }
}
