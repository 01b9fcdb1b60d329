import Catalogue
import Networks
import Sparse
import Testing

/// A batch with skip layers: every gradient against finite differences, and what dropping them means.
struct SkipGradientTests {
  static let kinds: [[String: Argument]] = [
    ["sparse": .call("density", ["density": 0.5]), "activation": .call("tanh")],
    [
      "sparse": .call("density", ["density": 0.5]), "output": .name("sparse"),
      "activation": .call("srelu"),
    ],
    [
      "sparse": .call("density", ["density": 0.6]), "bias": false,
      "activation": .call("leaky_relu", ["slope": 0.1]),
    ],
  ]

  /// A network with skip layers that are not small, and one batch of training.
  private struct Batch {
    let problem: SmallProblem
    var network: Network
    var skips: SkipLayers
    let threads: Int

    init(_ kind: [String: Argument], count: Int = 33, threads: Int = 2) throws {
      problem = SmallProblem(count: count)
      network = try problem.network(kind)
      skips = SkipLayers(of: network, by: SkipPlan(dropout: 0.5), seed: 4)
      self.threads = threads
    }

    /// One step of rate 1 without momentum: the gradient, with its sign turned, is the velocity.
    mutating func step(_ present: [Bool], rate: Float = 1) -> BatchResult {
      let workspace = Workspace(for: network, capacity: problem.count)
      let scratch = SkipWorkspace(for: skips, of: network, capacity: problem.count)
      return network.train(
        features: problem.features, labels: problem.labels,
        indices: Array(0..<problem.count)[...], step: MomentumStep(rate: rate), dropout: nil,
        workspace: workspace, skips: &skips, present: present, scratch: scratch,
        engine: Engine(threads: threads))
    }
  }

  @Test(arguments: kinds)
  func gradientsAreThoseOfFiniteDifferences(kind: [String: Argument]) throws {
    let count = try Batch(kind).skips.layers.count
    for pattern in 1..<(1 << count) {
      let present = (0..<count).map { pattern >> $0 & 1 == 1 }
      var start = try Batch(kind)
      // Off their small first weights, so that what comes through them shows.
      _ = start.step([Bool](repeating: true, count: count), rate: 3)
      var stepped = start
      let result = stepped.step(present)
      let reference = ReferenceSkips(start.network, start.skips, present)
      let (rows, labels) = (start.problem.rows, start.problem.labels.map { Int($0) })
      let loss = reference.loss(rows, labels)
      #expect(abs(result.loss / Double(rows.count) - loss) < 1e-5 * max(1, loss))
      for (velocity, nudge, what) in reference.parameters(stepped.network, stepped.skips) {
        let h = 1e-6
        var (above, below) = (reference, reference)
        nudge(&above, h)
        nudge(&below, -h)
        let slope = (above.loss(rows, labels) - below.loss(rows, labels)) / (2 * h)
        #expect(abs(-Double(velocity) - slope) < 2e-5 * max(0.1, abs(slope)), "\(what)")
      }
      for (skip, old) in zip(stepped.skips.layers, start.skips.layers)
      where !present[old.layer - 1] {
        #expect(skip == old)
      }
    }
  }

  @Test func withoutAnyPresentItIsThePlainStep() throws {
    var batch = try Batch(Self.kinds[0])
    var plain = batch.network
    let problem = batch.problem
    let expected = plain.train(
      features: problem.features, labels: problem.labels,
      indices: Array(0..<problem.count)[...], step: MomentumStep(rate: 1), dropout: nil,
      workspace: Workspace(for: plain, capacity: problem.count), engine: Engine(threads: 1))
    let before = batch.skips
    #expect(batch.step([false, false]) == expected)
    #expect(batch.network.layers.map(\.weights) == plain.layers.map(\.weights))
    #expect(batch.skips == before)
    #expect(batch.step([true, false]) != expected)
  }

  @Test func threadsDoNotChangeABit() throws {
    let batches = try [1, 2, 3].map { threads in
      var batch = try Batch(Self.kinds[1], threads: threads)
      let results = (0..<3).map { _ in batch.step([true, true, true], rate: 0.5) }
      return (results, batch.network.layers.map(\.weights), batch.skips)
    }
    for batch in batches.dropFirst() {
      #expect(batch.0 == batches[0].0)
      #expect(batch.1 == batches[0].1)
      #expect(batch.2 == batches[0].2)
    }
  }

  @Test func denseLayersHaveNoSkipLayer() throws {
    let batch = try Batch(Self.kinds[0])
    #expect(batch.skips.layers.map(\.layer) == [1, 2])
    #expect(batch.skips.connections == (7 + 9) * 4)
    #expect(batch.skips[ofLayer: 3] == nil && batch.skips[ofLayer: 2]?.weights.rows == 9)
    let dense = try NetworkPlan(
      shape: Shape(hidden: [5]), arguments: Arguments(["sparse": .call("none")])
    ).build(inputs: 7, classes: 4, seed: 1)
    #expect(SkipLayers(of: dense, by: SkipPlan(dropout: 0), seed: 1).layers.isEmpty)
  }

  @Test func drawnAnewTheyAreSmallAtRestAndOthers() throws {
    var batch = try Batch(Self.kinds[0])
    let first = batch.skips
    _ = batch.step([true, true])
    batch.skips.redraw(epoch: 1, seed: 4)
    for (skip, old) in zip(batch.skips.layers, first.layers) {
      #expect(skip.weights.values.allSatisfy { abs($0) <= 0.005 })
      #expect(skip.weights.values.contains { abs($0) > 0.004 })
      #expect(skip.weights.velocity.allSatisfy { $0 == 0 })
      #expect(skip.bias.values.allSatisfy { $0 == 0 } && skip.bias.velocity.allSatisfy { $0 == 0 })
      #expect(skip.weights.values != old.weights.values)
    }
    #expect(first == SkipLayers(of: batch.network, by: SkipPlan(dropout: 0.5), seed: 4))
  }

  @Test func strengthsAreSumsOfMagnitudes() throws {
    let skip = try Batch(Self.kinds[0]).skips.layers[1]
    for (input, strength) in skip.strengths.enumerated() {
      let row = (0..<4).map { Double(abs(skip.weights.values[input * 4 + $0])) }
      #expect(abs(strength - row.reduce(0, +)) < 1e-9)
    }
    #expect(skip.strengths.count == 9)
  }

  @Test(arguments: [0, 0.3, 0.5, 1]) func eachIsLeftOutAsOftenAsAsked(dropout: Double) throws {
    let network = try Batch(Self.kinds[1]).network
    let skips = SkipLayers(of: network, by: SkipPlan(dropout: dropout), seed: 1)
    let count = 4000
    let present = (0..<count).map { skips.present(seed: 9, epoch: 1 + $0 / 500, batch: $0 % 500) }
    for layer in 0..<3 {
      let share = Double(present.count { $0[layer] }) / Double(count)
      let deviation = (dropout * (1 - dropout) / Double(count)).squareRoot()
      #expect(abs(share - (1 - dropout)) <= 4 * deviation)
    }
    // Each for itself.
    let both = Double(present.count { $0[0] && $0[1] }) / Double(count)
    #expect(abs(both - (1 - dropout) * (1 - dropout)) < 0.035)
  }
}
