internal import Datasets
internal import Evolution
internal import Networks
public import Sparse

/// How long a training will take: an estimate from how fast a layer of its kind is passed now.
public enum TimeEstimate {
  /// Connections of the layer that is tried, at most.
  private static let tried = 1 << 22
  /// What activations, losses and evolutions add to the passes through the connections.
  private static let besides = 1.2

  /// The seconds that a training by `trainer` will take on `engine`, to within a factor of two or
  /// so; of all its epochs, though its criterion may stop it before. Draws a layer as large as the largest of the network, but of at most four million
  /// connections, and passes a batch through it some times: a fraction of a second.
  public static func seconds(_ trainer: Trainer, on engine: Engine) throws -> Double {
    let data = trainer.dataset
    let layers = try trainer.plan.layers(inputs: data.width, classes: data.classes)
    let skips = trainer.settings.policy.skips?.connections(of: layers) ?? 0
    let parameters = Double(layers.reduce(0) { $0 + $1.parameters }) + Double(skips)
    guard let largest = layers.max(by: { $0.parameters < $1.parameters }) else { return 0 }
    let batch = trainer.settings.batch
    let neurons = layers.reduce(data.width) { $0 + $1.columns }
    let testBatch = min(data.test.count, Network.evaluationBatch(neurons: neurons))
    let train = pass(largest, batch: batch, trains: true, on: engine)
    let test = pass(largest, batch: testBatch, trains: false, on: engine)
    let steps = Double((data.train.count + batch - 1) / batch)
    let tested = [data.test, data.validation].compactMap { $0?.count }
    let tests = tested.reduce(0) { $0 + Double(($1 + testBatch - 1) / testBatch) }
    let epoch = (steps * train + tests * test) * parameters * besides
    return epoch * Double(trainer.settings.epochs)
  }

  /// The seconds that a batch takes for each connection of such a layer; the best of a few.
  private static func pass(
    _ layer: LayerPlan, batch: Int, trains: Bool, on engine: Engine
  ) -> Double {
    var stream = RandomStream(seed: 1, purpose: .topology)
    let connections = min(layer.parameters, tried)
    var matrix = SparseMatrix.erdosRenyi(
      rows: layer.rows, columns: layer.columns, nonzeros: connections, stream: &stream)
    let input = Panel(features: layer.rows, capacity: batch)
    let output = Panel(features: layer.columns, capacity: batch)
    let gradient = trains ? Panel(features: layer.rows, capacity: batch) : nil
    let step = MomentumStep(rate: 0.01, momentum: 0.9)
    var best = Duration.seconds(1 << 30)
    for _ in 0..<3 {
      let clock = ContinuousClock.now
      matrix.forward(input, bias: nil, into: output, on: engine)
      if trains {
        matrix.backward(
          input: input, outputGradient: output, inputGradient: gradient, step: step, on: engine)
      }
      best = min(best, clock.duration(to: .now))
    }
    return best / .seconds(1) / Double(max(1, connections))
  }
}
