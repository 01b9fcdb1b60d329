import Catalogue
import Evolution
import Networks
import Sparse
import Testing

/// What the policies that compare neurons must keep to besides what `EveryPolicyTests` hold of all
/// and what `PolicyOracleTests` hold against NumPy.
struct SimilarityPolicyTests {
  static let names = ["codaset", "copaset", "corset", "codacorset", "copacorset"]

  private func policy(_ name: String, _ arguments: [String: Argument] = [:]) throws -> any Policy {
    try Policies.make(Call(name, Arguments(arguments)))
  }

  private func weights(_ result: (network: Network, evolutions: [LayerEvolution])) -> [Weights] {
    result.network.layers.map(\.weights)
  }

  @Test(arguments: names) func someSamplesAreThoseThatTheStreamDraws(name: String) throws {
    let all = try EvolvedNetwork(
      hidden: [30, 20], inputs: 25, density: 0.2, samples: 200, seed: 3)
    var stream = RandomStream(seed: 9, purpose: .similaritySamples, epoch: 4)
    let drawn = stream.sortedSample(50, below: 200)
    var some = all
    var values: [Float] = []
    let panel = Panel(features: 25, capacity: 200)
    Engine(threads: 1).gather(all.features, range: 0..<200, into: panel)
    for sample in drawn { values += (0..<25).map { panel[$0, Int(sample)] } }
    some.features = Features(values, width: 25)
    let subset = all.evolved(by: try policy(name, ["samples": 50]), epoch: 4, seed: 9)
    #expect(weights(subset) == weights(some.evolved(by: try policy(name), epoch: 4, seed: 9)))
    #expect(weights(subset) != weights(all.evolved(by: try policy(name), epoch: 4, seed: 9)))
  }

  @Test(arguments: names) func moreSamplesThanThereAreAreAll(name: String) throws {
    let network = try EvolvedNetwork(seed: 5, density: 0.3)
    let all = weights(network.evolved(by: try policy(name)))
    for samples in [30, 31, 1_000_000] as [Argument] {
      #expect(weights(network.evolved(by: try policy(name, ["samples": samples]))) == all)
    }
    #expect(weights(network.evolved(by: try policy(name, ["samples": .name("all")]))) == all)
  }

  /// As in the public code: dropout silences neurons while they are compared, each epoch others.
  @Test(arguments: names) func dropoutIsOnWithFidelityToTheCodeAlone(name: String) throws {
    let loud = try EvolvedNetwork(hidden: [40, 30], inputs: 20, density: 0.3, seed: 2)
    let quiet = try EvolvedNetwork(
      hidden: [40, 30], inputs: 20, density: 0.3, dropout: 0.5, seed: 2)
    let policy = try policy(name, ["activations": .name("pre"), "regrow": .name("zeros")])
    #expect(weights(loud.evolved(by: policy)) == weights(quiet.evolved(by: policy)))
    let paper = loud.evolved(by: policy), code = quiet.evolved(by: policy, fidelity: .code)
    // What is before the first activation function knows no dropout.
    #expect(paper.network.layers[0].weights == code.network.layers[0].weights)
    #expect(paper.network.layers[1].weights != code.network.layers[1].weights)
    #expect(weights(loud.evolved(by: policy, fidelity: .code)) == weights(paper))
  }

  @Test(arguments: names) func forbiddenCellsOnlyFillWhatOthersCannot(name: String) throws {
    for seed in 1...8 as ClosedRange<UInt64> {
      let before = try EvolvedNetwork(seed: seed, density: seed % 2 == 0 ? 0.4 : 0.9)
      let policy = try policy(name, ["forbid_removed": true, "zeta": 0.5])
      for evolution in before.evolved(by: policy, seed: seed).evolutions {
        let layer = before.network.layers[evolution.layer - 1]
        let empty = layer.rows * layer.columns - layer.nonzeros
        let elsewhere = Set(evolution.added).subtracting(evolution.removed).count
        #expect(elsewhere == min(empty, evolution.removed.count))
      }
    }
  }

  /// However little is in memory at a time, and so however often samples pass; and whether bounds
  /// rule out cells or not.
  @Test(arguments: names) func passesDoNotShow(name: String) throws {
    let start = try EvolvedNetwork(
      hidden: [200, 150], inputs: 180, density: 0.05, samples: 1100, seed: 6)
    let rewiring = try #require(try policy(name).rewiring)
    let engine = Engine(threads: 2)
    let source = ActivationSource(features: start.features, engine: engine)
    func choices(
      blockCells: Int, atOnce: Int, method: NetworkSimilarities.Method = .exact
    ) -> [[Cell]] {
      let pass = SamplePass(
        source, through: start.network, settings: rewiring.similarity, fidelity: .paper, epoch: 1,
        seed: 1)
      let gathered = NetworkSimilarities(
        of: start.network, for: rewiring, by: pass, method: method, blockCells: blockCells,
        cellsAtOnce: atOnce)
      return start.network.layers.enumerated().flatMap { index, layer -> [[Cell]] in
        guard case .sparse(let matrix) = layer.weights else { return [] }
        let context = EvolutionContext(
          network: start.network, epoch: 1, layer: index + 1, seed: 1, fidelity: .paper,
          activations: nil, gathered: LayerSimilarities(network: gathered, layer: index + 1),
          engine: engine, moment: nil)
        let gone = rewiring.removal.positions(in: matrix, context: context)
        let come = rewiring.growth.cells(in: matrix, afterRemoving: gone, context: context)
        return [matrix.cells(at: gone), come]
      }
    }
    let expected = start.evolved(by: try policy(name)).evolutions.flatMap {
      [$0.removed, $0.added]
    }
    for (block, atOnce) in [(8192, 1), (8192, 20_000), (30_000, 70_000), (1 << 24, 1 << 26)] {
      #expect(choices(blockCells: block, atOnce: atOnce) == expected, "\(block), \(atOnce)")
    }
    for block in [8192, 1 << 24] {
      let sieved = choices(blockCells: block, atOnce: 1 << 26, method: .sieved)
      #expect(sieved == expected, "\(block)")
    }
    // Draws are told apart by bounds in any network; the largest of such even similarities are not.
    if name.hasPrefix("copa") { #expect(source.evolutionsWithoutBounds == 0) }
    if name == "codaset" { #expect(source.evolutionsWithoutBounds > 0) }
  }

  /// Inputs that are always 0 lose their connections to others.
  @Test(arguments: names) func whatIsSilentIsReplacedByWhatIsNot(name: String) throws {
    // The second half of the inputs is always 0.
    var network = try EvolvedNetwork(
      hidden: [30], inputs: 40, density: 0.2, samples: 50, seed: 4)
    var stream = RandomStream(seed: 1, purpose: .test)
    network.features = Features(
      (0..<50 * 40).map { $0 % 40 < 20 ? Float(stream.normal()) : 0 }, width: 40)
    let evolution = network.evolved(by: try policy(name)).evolutions[0]
    if name.hasSuffix("corset") {
      let matrix = network.network.layers[0].weights
      guard case .sparse(let sparse) = matrix else { return }
      #expect(Set(sparse.cells().filter { $0.row >= 20 }).isSubset(of: evolution.removed))
    }
    if name != "corset" { #expect(evolution.added.allSatisfy { $0.row < 20 }) }
  }
}
