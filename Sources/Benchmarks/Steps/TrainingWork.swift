internal import Catalogue
internal import Evolution
package import Networks
package import Sparse

/// A network that is trained on and on, batch after batch.
package final class TrainingWork {
  /// The network as the steps so far left it.
  package private(set) var network: Network
  /// The loss of the last batch, summed over its samples.
  private(set) var loss = 0.0
  let engine: Engine
  let batch: Int
  private let workspace: Workspace
  private let clock: StepClock?
  private let data: SyntheticData
  private var number = 0

  /// The step of all that is measured; small, so that labels without a meaning do no harm.
  static let step = MomentumStep(rate: 0.001, momentum: 0.9, decay: 0)

  /// A network and what to train it on; `clock` takes the time of each step's parts.
  /// - Precondition: with a clock, the engine has one thread.
  package init(
    _ network: Network, _ data: SyntheticData, batch: Int, on engine: Engine,
    clock: StepClock? = nil
  ) {
    precondition(clock == nil || engine.threads == 1)
    self.network = network
    self.data = data
    self.batch = batch
    self.engine = engine
    workspace = Workspace(for: network, capacity: batch)
    self.clock = clock
    if let clock { workspace.whenFinished = { clock.finish($0) } }
  }

  /// One step, as training takes it.
  package func step() {
    clock?.begin()
    loss =
      network.train(
        features: data.features, labels: data.labels, indices: data.batch(number, of: batch),
        step: Self.step, dropout: DropoutAddress(seed: 1, epoch: 1, batch: number),
        workspace: workspace, engine: engine
      ).loss
    clock?.end(layers: network.layers.count)
    number += 1
  }

  /// One evolution by SET; the seconds it took.
  func evolve() throws -> Double {
    let policy = try Policies.make(Call("set"))
    let begin = Clock.now
    _ = policy.evolve(&network, epoch: 1, seed: 1, keepingCells: false, on: engine)
    return Clock.now - begin
  }
}
