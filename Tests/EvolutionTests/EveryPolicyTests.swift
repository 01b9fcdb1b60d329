import Catalogue
import Evolution
import Networks
import Sparse
import Testing

/// What holds of every registered policy.
struct EveryPolicyTests {
  static let names = Policies.all.map { $0.about.name }

  @Test func namesAreUnique() { #expect(Set(Self.names).count == Self.names.count) }

  @Test(arguments: names) func describesItself(name: String) throws {
    let about = try #require(Policies.all.first { $0.about.name == name }?.about)
    #expect(about.category == .policy)
    #expect(!about.summary.isEmpty && !about.summary.hasSuffix("."))
    #expect(!about.examples.isEmpty)
    for parameter in about.parameters {
      #expect(!parameter.summary.isEmpty && !parameter.summary.hasSuffix("."))
      #expect(!parameter.required, "`policy=\(name)` alone must be enough")
    }
  }

  @Test(arguments: names) func keepsCountsAndSurvivors(name: String) throws {
    let about = try #require(Policies.all.first { $0.about.name == name }?.about)
    for seed in 1...30 as ClosedRange<UInt64> {
      let density = [0.02, 0.1, 0.3, 0.5, 0.9, 1][Int(seed) % 6]
      var arguments = Arguments()
      if about.parameter("zeta") != nil {
        arguments["zeta"] = .number([0, 0.05, 0.3, 0.5, 1][Int(seed) % 5])
      }
      let policy = try Policies.make(Call(name, arguments))
      let before = try EvolvedNetwork(seed: seed, density: density)
      let (after, evolutions) = before.evolved(by: policy, epoch: Int(seed), seed: seed)
      #expect(evolutions.map(\.layer) == (policy.rewiring == nil ? [] : [1, 2, 3]))
      for (index, layer) in after.layers.enumerated() {
        let old = before.network.layers[index]
        #expect(layer.bias == old.bias)
        #expect(layer.activation.trained == old.activation.trained)
        #expect(!evolutions.isEmpty || layer.weights == old.weights)
      }
      for evolution in evolutions {
        let index = evolution.layer - 1
        guard case .sparse(let old) = before.network.layers[index].weights,
          case .sparse(let new) = after.layers[index].weights
        else {
          Issue.record("\(name) evolves a dense layer")
          continue
        }
        try compare(old, new, evolution)
      }
    }
  }

  private func compare(
    _ old: SparseMatrix, _ new: SparseMatrix, _ evolution: LayerEvolution
  ) throws {
    new.checkInvariants()
    #expect(new.nonzeros == old.nonzeros && evolution.nonzeros == old.nonzeros)
    #expect(evolution.removed.count == evolution.added.count)
    let (oldCells, newCells) = (old.cells(), new.cells())
    let removed = Set(evolution.removed)
    #expect(removed.isSubset(of: oldCells) && removed.count == evolution.removed.count)
    let survivors = Set(oldCells).subtracting(removed)
    #expect(survivors.isDisjoint(with: evolution.added))
    #expect(Set(newCells) == survivors.union(evolution.added))
    let places = Dictionary(uniqueKeysWithValues: zip(newCells, newCells.indices))
    for (position, cell) in oldCells.enumerated() where survivors.contains(cell) {
      let place = try #require(places[cell])
      #expect(new.values[place] == old.values[position])
      #expect(new.velocity[place] == old.velocity[position])
    }
    #expect(evolution.addedPositions.map { newCells[Int($0)] } == evolution.added)
    #expect(evolution.addedPositions.allSatisfy { new.velocity[Int($0)] == 0 })
    #expect(evolution.addedPositions.allSatisfy { new.values[Int($0)].isFinite })
  }

  @Test(arguments: names) func theSameAddressGivesTheSameNetwork(name: String) throws {
    let policy = try Policies.make(Call(name))
    let network = try EvolvedNetwork(seed: 7, density: 0.3)
    let (first, again) = (network.evolved(by: policy), network.evolved(by: policy))
    #expect(first.evolutions == again.evolutions)
    #expect(first.network.layers.map(\.weights) == again.network.layers.map(\.weights))
  }

  @Test(arguments: names) func newWeightsAreZeroAsInPublishedCode(name: String) throws {
    let policy = try Policies.make(Call(name))
    // That of LiSET draws them: `LinearFeatureEvolutionTests`.
    guard case .zeros = policy.published.newWeights else { return }
    let network = try EvolvedNetwork(seed: 3, density: 0.3)
    let (after, evolutions) = network.evolved(by: policy, fidelity: .code)
    for evolution in evolutions {
      let values = after.layers[evolution.layer - 1].weights.values
      #expect(evolution.addedPositions.allSatisfy { values[Int($0)] == 0 })
    }
  }
}
