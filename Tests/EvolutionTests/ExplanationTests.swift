import Catalogue
import Evolution
import Networks
import Sparse
import Testing

/// `Policy.explain` does what `evolve` does, and its reasons are those that the papers give.
struct ExplanationTests {
  private static func explained(
    _ policy: any Policy, _ network: EvolvedNetwork
  ) -> (network: Network, layers: [ExplainedEvolution]) {
    var after = network.network
    let engine = Engine(threads: 1)
    let layers = policy.explain(
      &after, epoch: 1, seed: 1,
      activations: ActivationSource(features: network.features, engine: engine), on: engine)
    return (after, layers)
  }

  @Test(arguments: PolicyUnderTest.all)
  func itEvolvesAsTrainingDoes(tested: PolicyUnderTest) throws {
    let policy = try tested.make()
    for seed in 1...4 as ClosedRange<UInt64> {
      let network = try EvolvedNetwork(seed: seed, density: 0.3)
      let (expected, evolutions) = network.evolved(by: policy)
      let (after, layers) = Self.explained(policy, network)
      #expect(after.layers.map(\.weights) == expected.layers.map(\.weights))
      #expect(layers.map(\.layer) == evolutions.map(\.layer))
      #expect(layers.map { $0.removed.map(\.cell) } == evolutions.map(\.removed))
      #expect(layers.map { $0.added.map(\.cell) } == evolutions.map(\.added))
    }
  }

  @Test(arguments: PolicyUnderTest.all)
  func whatGoesIsNoFurtherFromZeroThanWhatStays(tested: PolicyUnderTest) throws {
    let network = try EvolvedNetwork(seed: 4, density: 0.4)
    for layer in Self.explained(try tested.make(), network).layers {
      for change in layer.removed {
        guard let score = change.score, let threshold = change.threshold else { continue }
        #expect(abs(score) <= abs(threshold))
        #expect(score == 0 || (score > 0) == (threshold > 0))
      }
      for change in layer.added {
        guard let score = change.score else { continue }
        #expect(score >= 0 && score.isFinite)
        #expect(change.threshold.map { score >= $0 && $0 > 0 } ?? true)
        #expect(layer.growthIsByScore || change.threshold == nil)
      }
    }
  }

  @Test(arguments: PolicyUnderTest.all)
  func everyConnectionStaysGoesOrComes(tested: PolicyUnderTest) throws {
    let network = try EvolvedNetwork(seed: 5, density: 0.3)
    for layer in Self.explained(try tested.make(), network).layers {
      let kept = layer.kept.map(\.cell)
      #expect(kept == kept.sorted())
      #expect((kept + layer.removed.map(\.cell)).sorted() == Array(layer.before.cells()))
      #expect((kept + layer.added.map(\.cell)).sorted() == Array(layer.after.cells()))
      #expect(layer.kept.allSatisfy { ($0.score != nil) == (layer.removalMeasure != nil) })
      if layer.removalMeasure == "weight" {
        #expect(layer.hasTails && layer.kept.allSatisfy { $0.score == Double($0.weight) })
      }
    }
  }

  /// Every policy of ours gives its reasons.
  @Test(arguments: Policies.all.map { $0.about.name })
  func everyPolicySaysWhatItGoesBy(name: String) throws {
    let policy = try Policies.make(Call(name))
    let layers = Self.explained(policy, try EvolvedNetwork(seed: 6, density: 0.3)).layers
    #expect(layers.isEmpty == (policy.rewiring == nil))
    for layer in layers {
      #expect(layer.removalMeasure != nil && layer.growthMeasure != nil)
      #expect((layer.removed + layer.added).allSatisfy { $0.score != nil })
    }
  }

  @Test func weightsAreHeldAgainstTheirTail() throws {
    let reasons = RemovalReasons(
      measure: "weight", scores: [-3, -1, 0, 2, 4, 5, -2], hasTails: true)
    #expect(reasons.thresholds(removing: [1, 2, 3]) == [-2, -2, 4])
    #expect(reasons.thresholds(removing: [3, 4, 5]) == [nil, nil, nil])
    let pool = RemovalReasons(measure: "|weight|", scores: [3, 1, 2], hasTails: false)
    #expect(pool.thresholds(removing: [1]) == [2])
    #expect(pool.thresholds(removing: [0, 1, 2]) == [nil, nil, nil])
  }

  @Test func uniformChancesAddUpToWhatComes() throws {
    for forbid in [false, true] {
      let policy = try Policies.make(
        Call("set", Arguments(["forbid_removed": .logic(forbid)])))
      let network = try EvolvedNetwork(hidden: [9], inputs: 12, density: 0.4, seed: 3)
      for layer in Self.explained(policy, network).layers {
        let cells = layer.before.rows * layer.before.columns
        let empty = cells - layer.before.nonzeros + (forbid ? 0 : layer.removed.count)
        for change in layer.added {
          let chance = try #require(change.score)
          #expect(abs(chance * Double(empty) - Double(layer.added.count)) < 1e-9)
          #expect(change.threshold == nil)
        }
      }
    }
  }

  /// Similarities as their definition has them, in doubles.
  private static func cosines(_ network: EvolvedNetwork, layer: Int) -> [[Double]] {
    var cosines: [[Double]] = []
    let source = ActivationSource(features: network.features, engine: Engine(threads: 1))
    source.visit(network.network, batch: network.features.count) { workspace in
      let sides = [layer - 1, layer].map { index -> [[Double]] in
        let panel = workspace.outputs(ofLayer: index)
        return (0..<panel.features).map { row in
          (0..<panel.batch).map { Double(panel[row, $0]) }
        }
      }
      let dot = { (a: [Double], b: [Double]) in zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
      cosines = sides[0].map { a in
        sides[1].map { b in
          let norms = (dot(a, a) * dot(b, b)).squareRoot()
          return norms > 0 ? abs(dot(a, b)) / norms : 0
        }
      }
    }
    return cosines
  }

  @Test func similaritiesAreThoseOfTheDefinition() throws {
    let network = try EvolvedNetwork(hidden: [9, 8], inputs: 12, density: 0.4, seed: 5)
    let weighted = Self.explained(try Policies.make(Call("codacorset")), network).layers
    let drawn = Self.explained(try Policies.make(Call("copaset")), network).layers
    for (largest, proportional) in zip(weighted, drawn) {
      let cosines = Self.cosines(network, layer: largest.layer)
      let cosine = { (cell: Cell) in cosines[Int(cell.row)][Int(cell.column)] }
      for change in largest.removed {
        let expected = Double(change.weight) * cosine(change.cell)
        #expect(abs(try #require(change.score) - expected) < 1e-5)
      }
      for change in largest.added {
        #expect(abs(try #require(change.score) - cosine(change.cell)) < 1e-5)
        #expect(change.threshold == largest.added.compactMap(\.score).min())
      }
      let taken = Set(proportional.before.cells())
        .subtracting(proportional.removed.map(\.cell))
      var total = 0.0
      for row in 0..<proportional.before.rows {
        for column in 0..<proportional.before.columns {
          let cell = Cell(row: Int32(row), column: Int32(column))
          if !taken.contains(cell) { total += cosine(cell) }
        }
      }
      for change in proportional.added {
        let expected = cosine(change.cell) / total
        #expect(abs(try #require(change.score) - expected) < 1e-5)
      }
    }
  }
}
