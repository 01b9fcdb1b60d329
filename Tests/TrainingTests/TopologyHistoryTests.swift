import Catalogue
import Datasets
import Networks
import Sparse
import Testing
import Training

/// What a run keeps of how its topology changed.
struct TopologyHistoryTests {
  private func run(
    epochs: Int, every: Int = 1, policy: String = "set", hidden: [Int] = [12, 8],
    sparse: String = "density", cancelled: Int? = nil
  ) throws -> Run {
    var stream = RandomStream(seed: 3, purpose: .test)
    func samples(_ count: Int) -> Samples {
      Samples(
        features: (0..<count * 10).map { _ in stream.uniform(-1, 1) },
        labels: (0..<count).map { Int32($0 % 2) }, width: 10)
    }
    let data = Dataset(
      name: "small", classNames: ["a", "b"], featureNames: (0..<10).map { "x\($0)" },
      train: samples(20), test: samples(10), scaling: .identity(width: 10), origin: "made up")
    let plan = try NetworkPlan(
      shape: Shape(hidden: hidden),
      arguments: Arguments([
        "sparse": .call(Call(sparse, sparse == "none" ? Arguments() : Arguments(["density": 0.4])))
      ]))
    let settings = try TrainingSettings(
      arguments: Arguments([
        "epochs": .number(Double(epochs)), "evolve_every": .number(Double(every)), "batch": 10,
        "policy": .call(Call(policy)), "threads": 1,
      ]))
    let cancellation = Cancellation()
    return try Trainer(plan: plan, dataset: data, settings: settings).run(
      cancellation: cancellation
    ) { event in
      if case .epoch(let record) = event, record.epoch == cancelled { cancellation.cancel() }
    }
  }

  @Test func everyTopologyIsThereWhileThereIsRoom() throws {
    let run = try run(epochs: 6)
    #expect(run.topology.layers == [1, 2])
    #expect(run.topology.snapshots.map(\.epoch) == [1, 2, 3, 4, 5, 6])
    #expect(Set(run.topology.snapshots.map { $0.inputs?.levels ?? [] }).count > 1)
    let spaced = try self.run(epochs: 7, every: 3)
    #expect(spaced.topology.snapshots.map(\.epoch) == [1, 4, 7])
  }

  @Test func theLastIsTheFinalNetwork() throws {
    for epochs in [1, 5, 63, 64, 65, 100, 250] {
      let run = try run(epochs: epochs)
      let last = try #require(run.topology.snapshots.last)
      #expect(last.epoch == epochs)
      let matrix = try #require(run.network.layers[0].weights.sparseMatrix)
      #expect(last.inputs?.values == matrix.rowDegrees().map(Double.init))
      let map = ConnectivityMap(matrix, side: 48)
      #expect(zip(last.layers[0].values, map.shares).allSatisfy { abs($0 - $1) <= 0.002 })
    }
  }

  @Test func longRunsKeepAnEvenSpread() throws {
    let epochs = try run(epochs: 300).topology.snapshots.map(\.epoch)
    #expect(epochs.count > TopologyHistory.limit / 2 && epochs.count <= TopologyHistory.limit)
    let steps = Set(zip(epochs, epochs.dropFirst()).map { $1 - $0 }.dropLast())
    #expect(steps == [8])
    #expect(epochs.first == 1 && epochs.last == 300)
  }

  @Test func whatNeverChangesIsKeptOnce() throws {
    #expect(try run(epochs: 5, policy: "static").topology.snapshots.map(\.epoch) == [1])
    #expect(try run(epochs: 0).topology.snapshots.isEmpty)
    let dense = try run(epochs: 3, policy: "static", sparse: "none")
    #expect(dense.topology.layers.isEmpty && dense.topology.snapshots.isEmpty)
  }

  @Test func aRunThatWasStoppedEndsWithWhatItHad() throws {
    // Stopped before the first batch of the fourth epoch, after the third evolution.
    let run = try run(epochs: 9, cancelled: 3)
    #expect(run.epochs == 3)
    #expect(run.topology.snapshots.map(\.epoch) == [1, 2, 3, 4])
    let matrix = try #require(run.network.layers[0].weights.sparseMatrix)
    #expect(
      run.topology.snapshots.last?.inputs?.values == matrix.rowDegrees().map(Double.init))
  }

  @Test func manyLayersShareTheRoom() throws {
    let run = try run(epochs: 70, hidden: [Int](repeating: 60, count: 20))
    let bytes = run.topology.snapshots.reduce(0) { sum, snapshot in
      sum + snapshot.layers.reduce(0) { $0 + $1.levels.count }
        + (snapshot.inputs?.levels.count ?? 0)
    }
    #expect(run.topology.layers.count == 20)
    #expect(bytes <= 600_000)
    #expect(run.topology.snapshots[0].layers[1].rows == 20)
  }
}

struct PackedGridTests {
  @Test func wholeNumbersAreExactAndOthersNearlySo() {
    let whole = PackedGrid(rows: 1, columns: 3, values: [0, 254, 17])
    #expect(whole.values == [0, 254, 17])
    let shares = [0.3, 0.001, 0, 0.0123]
    let packed = PackedGrid(rows: 2, columns: 2, values: shares)
    #expect(zip(packed.values, shares).allSatisfy { abs($0 - $1) <= 0.3 / 508 + 1e-12 })
    #expect(packed.values[0] == 0.3)
    #expect(PackedGrid(rows: 1, columns: 3, values: [.nan, -1, .infinity]).levels == [0, 0, 0])
    #expect(PackedGrid(rows: 0, columns: 0, values: []).levels.isEmpty)
  }
}
