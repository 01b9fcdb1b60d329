internal import Sparse

/// The skip layers that a training carries beside its network: see `SkipPlan`.
///
/// They are no part of the network: what is evaluated, saved and counted as its parameters is the
/// network alone. A value whose stored properties are its whole state, advanced by
/// `Network.train(…, skips:…)`.
public struct SkipLayers: Sendable, Equatable {
  /// What they are drawn and left out by.
  public let plan: SkipPlan
  /// One for each sparse layer, in order.
  public internal(set) var layers: [SkipLayer]

  /// These skip layers, by ascending layer.
  public init(_ layers: [SkipLayer], by plan: SkipPlan) {
    precondition(zip(layers, layers.dropFirst()).allSatisfy { $0.layer < $1.layer })
    self.layers = layers
    self.plan = plan
  }

  /// The skip layers of a network's sparse layers, freshly drawn. O(connections).
  /// - Parameters:
  ///   - network: whose inputs and classes they connect.
  ///   - plan: how they are left out.
  ///   - seed: the seed of the run.
  public init(of network: Network, by plan: SkipPlan, seed: UInt64) {
    self.plan = plan
    layers = network.layers.enumerated().compactMap { index, layer in
      guard layer.isSparse else { return nil }
      return SkipLayer(
        layer: index + 1, weights: DenseMatrix(rows: layer.rows, columns: network.classes),
        bias: TrainedVector("bias", [Float](repeating: 0, count: network.classes)))
    }
    redraw(epoch: 0, seed: seed)
  }

  /// All their connections, biases not counted.
  public var connections: Int { layers.reduce(0) { $0 + $1.weights.values.count } }

  /// The skip layer that reads the inputs of a layer, counted from 1; nil where there is none.
  public subscript(ofLayer layer: Int) -> SkipLayer? { layers.first { $0.layer == layer } }

  /// Draws all weights anew, U(±(1/√classes)/100), sets biases to 0 and everything to rest: as at the
  /// start and after every evolution. The epoch (0 at the start) is that just finished.
  public mutating func redraw(epoch: Int, seed: UInt64) {
    for index in layers.indices {
      let (rows, columns) = (layers[index].weights.rows, layers[index].weights.columns)
      let distribution = WeightDistribution.uniform(bound: 0.01 / Double(columns).squareRoot())
      var stream = RandomStream(
        seed: seed, purpose: .skip, epoch: epoch, layer: layers[index].layer)
      layers[index].weights = DenseMatrix(
        rows: rows, columns: columns, values: distribution.draw(rows * columns, from: &stream))
      layers[index].bias = TrainedVector("bias", [Float](repeating: 0, count: columns))
    }
  }

  /// Which skip layers take part in a batch, each by a number of its own: the same whatever else was
  /// drawn. The epoch counts from 1, the batch from 0.
  public func present(seed: UInt64, epoch: Int, batch: Int) -> [Bool] {
    let stream = RandomStream(seed: seed, purpose: .skipDropout, epoch: epoch)
    return layers.map { skip in
      Double(stream.word(ofRow: batch, column: skip.layer)) * 0x1p-32 >= plan.dropout
    }
  }
}
