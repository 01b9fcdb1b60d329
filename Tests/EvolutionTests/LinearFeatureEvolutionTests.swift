import Catalogue
import Evolution
import Networks
import Sparse
import Testing

/// What LiSET must keep to besides what `EveryPolicyTests` hold of all policies.
struct LinearFeatureEvolutionTests {
  private func policy(_ arguments: [String: Argument] = [:]) throws -> any Policy {
    try Policies.make(Call("liset", Arguments(arguments)))
  }

  /// One evolving layer of 20 inputs, whose skip layer makes more of later ones.
  private struct Setup {
    let network: Network
    let skips: SkipLayers
    let strengths: [Double]

    init(columns: Int = 200) throws {
      network = try NetworkPlan(
        shape: Shape(hidden: [columns]),
        arguments: Arguments([
          "sparse": .call(Call("density", Arguments(["density": 0.05])))
        ])
      ).build(inputs: 20, classes: 2, seed: 3)
      let weights = (0..<20).flatMap { [Float($0 % 10) / 9, -0.01 * Float($0)] }
      let skip = SkipLayer(
        layer: 1, weights: DenseMatrix(rows: 20, columns: 2, values: weights),
        bias: TrainedVector("bias", [0, 0]))
      skips = SkipLayers([skip], by: SkipPlan(dropout: 0.5))
      strengths = skip.strengths
    }

    /// The connections that each input got over many epochs from the same start, and its empty cells.
    func added(
      by policy: any Policy, rounds: Int, fidelity: Fidelity = .paper
    ) -> (counts: [Double], empty: [Double]) {
      var counts = [Double](repeating: 0, count: 20)
      var empty = [Double](repeating: 0, count: 20)
      for epoch in 1...rounds {
        var after = network
        let evolution = policy.evolve(
          &after, epoch: epoch, seed: 1, fidelity: fidelity,
          at: TrainingMoment(steps: 1, skips: skips))[0]
        for cell in evolution.added { counts[Int(cell.row)] += 1 }
        guard epoch == 1, case .sparse(let matrix) = network.layers[0].weights else { continue }
        empty = matrix.rowDegrees().map { Double(matrix.columns - $0) }
        for cell in evolution.removed { empty[Int(cell.row)] += 1 }
      }
      return (counts, empty)
    }
  }

  private func chiSquare(_ seen: [Double], _ weights: [Double]) -> Double {
    let (total, sum) = (seen.reduce(0, +), weights.reduce(0, +))
    return zip(seen, weights).reduce(0) { chi, pair in
      let expected = total * pair.1 / sum
      return chi + (pair.0 - expected) * (pair.0 - expected) / expected
    }
  }

  /// Few of very many empty cells are taken, so that drawing without replacement hardly differs from
  /// P ∝ w̃ · (empty cells of the input).
  @Test(arguments: ["additive", "multiplicative"], [-6.0, 0, 1, 5])
  func inputsGetConnectionsInProportion(form: String, gamma: Double) throws {
    let setup = try Setup()
    let policy = try policy([
      "zeta": 0.1, "form": .name(form), "gamma": .number(gamma),
    ])
    let (seen, empty) = setup.added(by: policy, rounds: 400)
    let weights = SkipGrowth.weights(
      of: setup.strengths, gamma: gamma, form: form == "additive" ? .additive : .multiplicative)
    let chi = chiSquare(seen, zip(weights, empty).map { $0 * $1 })
    // 19 degrees of freedom, exceeded once in 100,000.
    #expect(chi < 56)
    #expect(seen.reduce(0, +) > 7000)
    if gamma == -6 { #expect(chiSquare(seen, empty) > 500, "a uniform draw would not pass") }
  }

  @Test func aLargeGammaIsUniform() throws {
    let setup = try Setup()
    let (seen, empty) = setup.added(
      by: try policy(["zeta": 0.1, "gamma": 40]), rounds: 400)
    #expect(chiSquare(seen, empty) < 56)
  }

  /// At γ = 0 the tenth of the inputs that weighs most gets little more than a tenth of the connections
  /// in proportion, but most of them by rank, where few of many cells are drawn.
  @Test func rankingConcentrates() throws {
    let setup = try Setup(columns: 2000)
    let shares = try [("proportional", "additive"), ("ranked", "additive")].map {
      let policy = try policy([
        "zeta": 0.05, "sampling": .name($0.0), "form": .name($0.1), "gamma": 0,
      ])
      let (seen, _) = setup.added(by: policy, rounds: 20)
      return (seen[9] + seen[19]) / seen.reduce(0, +)
    }
    #expect(shares[0] > 0.105 && shares[0] < 0.14)
    #expect(shares[1] > 0.5)
  }

  @Test func publishedCodeRanksAndMultipliesWhateverIsAsked() throws {
    let setup = try Setup()
    let asked = try policy([
      "gamma": -5, "form": .name("additive"), "sampling": .name("proportional"),
    ])
    let code = try policy([
      "gamma": -5, "form": .name("multiplicative"), "sampling": .name("ranked"),
    ])
    #expect(
      setup.added(by: asked, rounds: 5, fidelity: .code).counts
        == setup.added(by: code, rounds: 5).counts)
    #expect(
      setup.added(by: asked, rounds: 5).counts
        != setup.added(by: asked, rounds: 5, fidelity: .code).counts)
  }

  @Test func publishedCodeDrawsNewWeightsByTheFanOut() throws {
    let setup = try Setup()
    var network = setup.network
    let evolution = try policy(["regrow": .name("zeros")]).evolve(
      &network, epoch: 1, seed: 1, fidelity: .code)[0]
    let values = network.layers[0].weights.values
    let new = evolution.addedPositions.map { abs(values[Int($0)]) }
    let bound = 1 / Float(200).squareRoot()
    #expect(new.allSatisfy { $0 <= bound } && (new.max() ?? 0) > 0.9 * bound)
  }

  @Test func removalIsThatOfSet() throws {
    let setup = try Setup()
    var (ours, sets) = (setup.network, setup.network)
    let moment = TrainingMoment(steps: 1, skips: setup.skips)
    let evolution = try policy().evolve(&ours, epoch: 1, seed: 1, at: moment)[0]
    let set = try Policies.make(Call("set")).evolve(&sets, epoch: 1, seed: 1)[0]
    #expect(evolution.removed == set.removed && !evolution.removed.isEmpty)
    #expect(evolution.added != set.added)
  }

  @Test func forbiddenCellsStayEmpty() throws {
    let setup = try Setup(columns: 8)
    var returned = 0
    for (forbidden, epoch) in [(false, 1), (false, 2), (true, 1), (true, 2)] {
      var network = setup.network
      let evolution = try policy(["zeta": 1, "forbid_removed": .logic(forbidden)]).evolve(
        &network, epoch: epoch, seed: 1, at: TrainingMoment(steps: 1, skips: setup.skips))[0]
      let both = Set(evolution.removed).intersection(evolution.added).count
      if forbidden { #expect(both == 0) } else { returned += both }
    }
    #expect(returned > 0)
  }

  @Test func weightsKeepTheirRatiosForEveryGamma() {
    for gamma in [-1e6, -800, -24, 0, 5, 800, 1e6] {
      let weights = SkipGrowth.weights(of: [0, 0.5, 1], gamma: gamma, form: .additive)
      #expect(weights[2] == 1 && weights.allSatisfy { $0 > 0.36 && $0 <= 1 })
      let signed = SkipGrowth.weights(of: [0, 0.5, 1], gamma: gamma, form: .multiplicative)
      #expect(signed.allSatisfy { $0.isFinite && $0 >= 0 } && signed.max() == 1)
    }
    // No skip layer has learnt anything, or one has learnt too much.
    #expect(SkipGrowth.weights(of: [0, 0], gamma: 1, form: .additive) == [1, 1])
    #expect(
      SkipGrowth.weights(of: [.nan, .infinity, 1], gamma: 0, form: .additive).allSatisfy {
        $0.isFinite
      })
    #expect(SkipGrowth.weights(of: [], gamma: 0, form: .additive).isEmpty)
  }
}
