import Catalogue
import Evolution
import Networks
import Sparse
import Testing

/// What holds of every registered policy, and of the examples in `PolicyUnderTest`.
struct EveryPolicyTests {
  @Test func namesAreUnique() {
    let names = PolicyUnderTest.all.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: PolicyUnderTest.all) func describesItself(policy: PolicyUnderTest) throws {
    let about = policy.about
    #expect(about.category == .policy)
    #expect(!about.summary.isEmpty && !about.summary.hasSuffix("."))
    #expect(!about.examples.isEmpty)
    for parameter in about.parameters {
      #expect(!parameter.summary.isEmpty && !parameter.summary.hasSuffix("."))
      #expect(!parameter.required, "`policy=\(policy.name)` alone must be enough")
    }
  }

  @Test(arguments: PolicyUnderTest.all)
  func keepsCountsAndSurvivors(tested: PolicyUnderTest) throws {
    for seed in 1...30 as ClosedRange<UInt64> {
      let density = [0.02, 0.1, 0.3, 0.5, 0.9, 1][Int(seed) % 6]
      var arguments: [String: Argument] = [:]
      if tested.about.parameter("zeta") != nil {
        arguments["zeta"] = .number([0, 0.05, 0.3, 0.5, 1][Int(seed) % 5])
      }
      if tested.about.parameter("forbid_removed") != nil {
        arguments["forbid_removed"] = .logic(seed % 3 == 0)
      }
      let policy = try tested.make(arguments)
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
          Issue.record("\(tested.name) evolves a dense layer")
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

  @Test(arguments: PolicyUnderTest.all)
  func theSameAddressGivesTheSameNetwork(tested: PolicyUnderTest) throws {
    let policy = try tested.make()
    let network = try EvolvedNetwork(seed: 7, density: 0.3)
    let (first, again) = (network.evolved(by: policy), network.evolved(by: policy))
    #expect(first.evolutions == again.evolutions)
    #expect(first.network.layers.map(\.weights) == again.network.layers.map(\.weights))
  }

  @Test(arguments: PolicyUnderTest.all, Fidelity.allCases)
  func threadsDoNotShow(tested: PolicyUnderTest, fidelity: Fidelity) throws {
    let policy = try tested.make()
    // Wide enough that every thread has something to do.
    let network = try EvolvedNetwork(
      hidden: [300, 200], inputs: 150, density: 0.1, dropout: 0.3, samples: 100, seed: 2)
    let results = [1, 2, 3].map {
      network.evolved(by: policy, epoch: 2, fidelity: fidelity, on: Engine(threads: $0))
    }
    for result in results.dropFirst() {
      #expect(result.evolutions == results[0].evolutions)
      #expect(result.network.layers.map(\.weights) == results[0].network.layers.map(\.weights))
    }
    #expect(policy.rewiring == nil || results[0].evolutions.allSatisfy { $0.count > 0 })
  }

  @Test(arguments: PolicyUnderTest.all)
  func activationsThatAreNoNumbersAreSurvived(tested: PolicyUnderTest) throws {
    var spoilt = try EvolvedNetwork(seed: 4, density: 0.3)
    var values = (0..<30 * spoilt.network.inputs).map { Float($0 % 7) - 3 }
    for (index, bad) in [Float.nan, .infinity, -.infinity, 3e38, .leastNonzeroMagnitude]
      .enumerated()
    {
      values[index * 31 % values.count] = bad
    }
    spoilt.features = Features(values, width: spoilt.network.inputs)
    let (after, evolutions) = spoilt.evolved(by: try tested.make())
    #expect(after.parameters == spoilt.network.parameters)
    #expect(evolutions.allSatisfy { $0.removed.count == $0.added.count })
  }

  @Test(arguments: PolicyUnderTest.all)
  func newWeightsAreZeroAsInPublishedCode(tested: PolicyUnderTest) throws {
    let policy = try tested.make()
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
