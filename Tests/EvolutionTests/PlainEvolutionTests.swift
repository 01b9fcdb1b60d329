import Catalogue
import Evolution
import Networks
import Sparse
import Testing

/// Evolution in linear time, in chunks and on several threads, against the same written plainly.
struct PlainEvolutionTests {
  private func matrix(_ layer: Layer) throws -> SparseMatrix {
    guard case .sparse(let matrix) = layer.weights else { throw NetworkError.width(0) }
    return matrix
  }

  private func network(
    _ hidden: [Int], inputs: Int, density: Double, seed: UInt64
  ) throws -> Network {
    let plan = try NetworkPlan(
      shape: Shape(hidden: hidden),
      arguments: Arguments([
        "sparse": .call(Call("density", Arguments(["density": .number(density)])))
      ]))
    var network = try plan.build(inputs: inputs, classes: 3, seed: seed)
    var stream = RandomStream(seed: seed, purpose: .test)
    for index in network.layers.indices {
      guard case .sparse(var matrix) = network.layers[index].weights else { continue }
      // Ties and exact zeros among the weights.
      matrix.values = matrix.values.map { _ in (stream.uniform(-1, 1) * 512).rounded() / 512 }
      matrix.velocity = matrix.velocity.map { _ in stream.uniform(-1, 1) }
      network.layers[index].weights = .sparse(matrix)
    }
    return network
  }

  /// `hidden` of several chunks' connections, and small ones of every density.
  @Test(arguments: [
    ([17, 5], 9, 0.3, 0.3), ([40, 30], 25, 0.9, 0.7), ([1, 60], 1, 0.5, 1), ([12], 7, 1, 0.5),
    ([500, 450], 400, 0.5, 0.3), ([9], 4, 0.01, 0),
  ])
  func isThatOfSets(hidden: [Int], inputs: Int, density: Double, zeta: Double) throws {
    let start = try network(hidden, inputs: inputs, density: density, seed: 3)
    let policy = try Policies.make(Call("set", Arguments(["zeta": .number(zeta)])))
    for threads in [nil, 1, 2, 3] as [Int?] {
      var network = start
      // An index that was there is there after it, and in step.
      if threads == 2 { _ = try matrix(network.layers[0]).outputIndex }
      let evolutions = policy.evolve(
        &network, epoch: 4, seed: 11, keepingCells: threads == 3,
        on: threads.map { Engine(threads: $0) })
      let plain = PlainEvolution(zeta: zeta, epoch: 4, seed: 11)
      for (index, layer) in start.layers.dropLast().enumerated() {
        let expected = plain.evolved(
          try matrix(layer), layer: index + 1, layer.distribution)
        let found = try matrix(network.layers[index])
        #expect(found == expected, "layer \(index + 1) on \(threads ?? 0) threads")
        found.checkInvariants()
        #expect(evolutions[index].added.isEmpty == (threads != 3 || evolutions[index].count == 0))
      }
    }
  }

  /// A layer so large that layers go one after the other, each on all threads.
  @Test func largeLayersDoNotDependOnThreads() throws {
    let start = try network([3000, 3000], inputs: 20, density: 0.12, seed: 1)
    let policy = try Policies.make(Call("set"))
    let results = [nil, 1, 3].map { (threads: Int?) in
      var network = start
      let evolutions = policy.evolve(
        &network, epoch: 1, seed: 1, keepingCells: false, on: threads.map { Engine(threads: $0) })
      return (network.layers.map(\.weights), evolutions)
    }
    #expect(start.layers[1].nonzeros > 1 << 20)
    for result in results.dropFirst() {
      #expect(result.0 == results[0].0)
      #expect(result.1 == results[0].1)
    }
  }

  /// No step may go through all cells: there are 10¹² of them.
  @Test func aMillionNeuronsEvolve() throws {
    let plan = try NetworkPlan(
      shape: Shape(hidden: [1_000_000, 1_000_000]),
      arguments: Arguments([
        "sparse": .call(Call("density", Arguments(["density": .number(2e-8)])))
      ]))
    var network = try plan.build(inputs: 50, classes: 2, seed: 1)
    let before = network
    let evolutions = try Policies.make(Call("set")).evolve(
      &network, epoch: 1, seed: 1, on: Engine(threads: 2))
    let evolved = try matrix(network.layers[1])
    let old = try matrix(before.layers[1])
    #expect(evolved.nonzeros == 20_000 && old.nonzeros == 20_000)
    evolved.checkInvariants()
    let cells = evolved.cells()
    #expect(evolutions[1].count > 5900 && evolutions[1].count <= 6000)
    #expect(evolutions[1].addedPositions.map { cells[Int($0)] } == evolutions[1].added)
    #expect(Set(old.cells()).subtracting(evolutions[1].removed).isSubset(of: cells))
    #expect(evolutions[1].added.contains { $0.row > 900_000 && $0.column > 500_000 })
  }
}
