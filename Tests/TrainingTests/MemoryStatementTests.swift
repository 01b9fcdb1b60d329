import Catalogue
import Datasets
import Networks
import Sparse
import Testing
import Training

/// What is said of memory beforehand, against what is there afterwards.
struct MemoryStatementTests {
  /// The bytes of a network's own arrays.
  private func bytes(of network: Network) -> Int {
    network.layers.reduce(0) { sum, layer in
      let trained = [layer.bias].compactMap { $0 } + layer.activation.trained
      let weights =
        switch layer.weights {
        case .sparse(let matrix): matrix.storedBytes
        case .dense(let matrix): 4 * (matrix.values.count + matrix.velocity.count)
        }
      return sum + weights + trained.reduce(0) { $0 + 4 * ($1.values.count + $1.velocity.count) }
    }
  }

  @Test(arguments: ["relu", "srelu"], [1, 2, 40])
  func isThatOfTheArrays(activation: String, batch: Int) throws {
    // The second layer is beyond where narrow batches need no index.
    let plan = try NetworkPlan(
      shape: Shape(hidden: [2000, 3000]),
      arguments: Arguments([
        "activation": .call(Call(activation)),
        "sparse": .call(Call("density", Arguments(["density": .number(0.18)]))),
      ]))
    var network = try plan.build(inputs: 300, classes: 4, seed: 1)
    let workspace = Workspace(for: network, capacity: batch)
    var stream = RandomStream(seed: 1, purpose: .test)
    let features = (0..<300 * batch).map { _ in stream.uniform(-1, 1) }
    _ = network.train(
      features: Features(features, width: 300), labels: [Int32](repeating: 1, count: batch),
      indices: Array(0..<batch)[...],
      step: MomentumStep(rate: 0.01, momentum: 0.9), dropout: nil, workspace: workspace,
      engine: Engine(threads: 2))
    let memory = try plan.memory(inputs: 300, classes: 4, batch: batch)
    let said = Double(memory.connections + memory.index + memory.neurons)
    let found = Double(bytes(of: network))
    #expect(abs(said - found) <= 0.1 * found, "\(said) said, \(found) found")
    #expect((memory.index > 8 * 1_000_000) == (batch > 16))
    // Sums, activation and gradient in rows of panels.
    let padded = Panel.stride(capacity: batch)
    let panels = Double(4 * padded * (300 + 3 * 5000 + 2 * 4))
    #expect(abs(Double(memory.workspace) - panels) <= 0.2 * panels)
  }

  @Test func limitsAreKept() throws {
    let plan = try NetworkPlan(shape: Shape(hidden: [1000, 1000]))
    var memory = try plan.memory(inputs: 617, classes: 26, batch: 100)
    memory.data = 1 << 30
    #expect(memory.toBeTaken > 20 * 72_000 && memory.toBeTaken < 20_000_000)
    #expect(memory.peak == memory.toBeTaken + 1 << 30)
    // Data are there already; a limit of the user's counts them.
    try MemoryBound.available(memory.toBeTaken).check(memory)
    try MemoryBound.limit(memory.peak).check(memory)
    for bound in [MemoryBound.available(memory.toBeTaken - 1), .limit(memory.peak - 1)] {
      #expect(throws: NetworkError.self) { try bound.check(memory) }
    }
    let endless = try plan.memory(inputs: 617, classes: 26, batch: Int.max / 2)
    #expect(throws: NetworkError.self) { try MemoryBound.available(1 << 50).check(endless) }
  }

  @Test func theMachineHasSomethingToGive() {
    #expect(MachineMemory.available > 1 << 20)
    #expect(MachineMemory.available < 1 << 50)
  }

  @Test func trainingBeyondTheLimitIsRefused() throws {
    let data = Clusters.dataset()
    let plan = try NetworkPlan(shape: Shape(hidden: [50]))
    let settings = try TrainingSettings(arguments: Arguments(["batch": 10]))
    let trainer = try Trainer(plan: plan, dataset: data, settings: settings)
    #expect(trainer.memory.data == data.bytes && data.bytes > 0)
    _ = try Trainer(
      plan: plan, dataset: data, settings: settings, memoryLimit: trainer.memory.peak)
    #expect(
      throws: NetworkError.memory(
        needed: trainer.memory.peak, bound: .limit(trainer.memory.peak - 1))
    ) {
      try Trainer(
        plan: plan, dataset: data, settings: settings, memoryLimit: trainer.memory.peak - 1)
    }
  }

  @Test func timeIsEstimated() throws {
    let trainer = try Clusters.trainer(["epochs": 3])
    let seconds = try TimeEstimate.seconds(trainer, on: Engine(threads: 1))
    #expect(seconds > 0 && seconds < 60)
  }
}
