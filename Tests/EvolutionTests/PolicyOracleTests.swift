import Catalogue
import Evolution
import Networks
import Sparse
import Testing

/// Every policy against the same written in NumPy: the cells that go, those that come for their
/// similarity, and the odds of those that are drawn.
struct PolicyOracleTests {
  private func policy(_ name: String, _ arguments: [String: Argument]) throws -> any Policy {
    try Policies.make(Call(name, Arguments(arguments)))
  }

  /// `srelu` and `tanh`; and `idle`, a network most of whose inputs are always 0.
  @Test(arguments: ["tanh", "srelu", "idle"])
  func choosesAsTheOracleDoes(name: String) throws {
    let oracle: PolicyOracle.Choices = try PolicyOracle.read(name)
    let (start, samples) = (
      try oracle.network.network(), oracle.network.samples(on: Engine(threads: 1))
    )
    for choice in oracle.cases {
      var arguments: [String: Argument] = [
        "zeta": .number(choice.zeta), "forbid_removed": .logic(choice.forbid_removed),
      ]
      // Before the activation function: because it is asked for, and as the public code does.
      var calls = [(arguments, choice.stage == "pre" ? Fidelity.code : .paper)]
      if choice.policy != "set_pooled" {
        arguments["activations"] = .name(choice.stage)
        calls += [(arguments, .paper), (arguments, .code)]
      }
      for (arguments, fidelity) in calls {
        var network = start
        let evolutions = try policy(choice.policy, arguments).evolve(
          &network, epoch: 3, seed: 5, fidelity: fidelity, activations: samples)
        try #require(evolutions.count == choice.layers.count)
        for (layer, found) in zip(choice.layers, evolutions) {
          let removed = layer.removed.map { Cell($0) }
          #expect(found.removed == removed, "\(choice.policy) \(arguments)")
          compare(added: found.added, with: layer, removed, choice)
        }
      }
    }
  }

  private func compare(
    added: [Cell], with layer: PolicyOracle.Choice.Layer, _ removed: [Cell],
    _ choice: PolicyOracle.Choice
  ) {
    #expect(added.count == removed.count)
    guard let similar = layer.similar?.map({ Cell($0) }) else { return }
    if similar.count == removed.count {
      #expect(added == similar, "\(choice.policy)")
    } else {
      // The rest is left to chance.
      #expect(Set(similar).isSubset(of: added), "\(choice.policy)")
      #expect(Set(added).count == added.count)
    }
  }

  @Test(arguments: 0..<5) func drawsWithTheOddsOfTheOracle(index: Int) throws {
    let oracle: PolicyOracle.Draws = try PolicyOracle.read("pairs")
    let expected = oracle.cases[index]
    let (start, samples) = (
      try oracle.network.network(), oracle.network.samples(on: Engine(threads: 1))
    )
    let policy = try policy(expected.policy, ["zeta": .number(expected.zeta)])
    let rounds = 3000
    var counts: [[Cell]: Int] = [:]
    for epoch in 1...rounds {
      var network = start
      let evolution = policy.evolve(&network, epoch: epoch, seed: 8, activations: samples)[0]
      #expect(evolution.removed == expected.removed.map { Cell($0) })
      counts[evolution.added, default: 0] += 1
    }
    let pairs = expected.pairs.map { (counts[$0.cells.map { Cell($0) }] ?? 0, $0.probability) }
    #expect(pairs.reduce(0) { $0 + $1.0 } == rounds, "a pair was drawn that has no odds")
    let (statistic, freedom) = chiSquare(pairs, rounds: rounds)
    // Mean `freedom`, deviation √(2 · freedom): five deviations above would be one in 10⁶.
    #expect(abs(statistic - freedom) < 5 * (2 * freedom).squareRoot(), "\(statistic)")
    // The same draws are far from odds that are not theirs.
    let others = oracle.cases[expected.policy.hasPrefix("copa") ? 0 : 3]
    let wrong = others.pairs.map { (counts[$0.cells.map { Cell($0) }] ?? 0, $0.probability) }
    let (distance, degrees) = chiSquare(wrong, rounds: rounds)
    if others.removed == expected.removed { #expect(distance > degrees * 3) }
  }

  /// χ² and its degrees of freedom; pairs that are expected less than five times count as one.
  private func chiSquare(
    _ pairs: [(count: Int, probability: Double)], rounds: Int
  ) -> (statistic: Double, freedom: Double) {
    let rare = pairs.filter { $0.probability * Double(rounds) < 5 }
    var bins = pairs.filter { $0.probability * Double(rounds) >= 5 }
    if !rare.isEmpty {
      bins.append((rare.reduce(0) { $0 + $1.count }, rare.reduce(0) { $0 + $1.probability }))
    }
    let statistic = bins.reduce(0.0) {
      let expected = $1.probability * Double(rounds)
      return $0 + (Double($1.count) - expected) * (Double($1.count) - expected) / expected
    }
    return (statistic, Double(bins.count - 1))
  }
}
