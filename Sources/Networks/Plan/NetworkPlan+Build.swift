internal import Catalogue
internal import Sparse

extension NetworkPlan {
  /// Draws a network for data of so many features and classes.
  ///
  /// Each layer's topology, weights and activation parameters come from streams of their own, so
  /// that two plans that differ in one thing share all others under one seed. O(connections).
  ///
  /// - Throws: `NetworkError` where the shape does not fit, or the network is too large.
  public func build(inputs: Int, classes: Int, seed: UInt64) throws -> Network {
    try MemoryBound.machine.check(memory(inputs: inputs, classes: classes, batch: 1))
    let plans = try layers(inputs: inputs, classes: classes)
    let layers = try plans.enumerated().map { index, plan in
      try build(plan, layer: index + 1, isOutput: index == plans.count - 1, seed: seed)
    }
    return Network(layers: layers, dropout: dropout)
  }

  private func build(
    _ plan: LayerPlan, layer: Int, isOutput: Bool, seed: UInt64
  ) throws -> Layer {
    let distribution = distribution(for: plan)
    var stream = RandomStream(seed: seed, purpose: .weights, layer: layer)
    let values = distribution.draw(plan.parameters, from: &stream)
    var activation: any Activation = isOutput ? Linear() : activation
    var drawn = RandomStream(seed: seed, purpose: .activation, layer: layer)
    activation.prepare(neurons: plan.columns, layer: layer, stream: &drawn)
    return Layer(
      weights: weights(of: plan, values: values, layer: layer, seed: seed),
      bias: bias ? TrainedVector("bias", [Float](repeating: 0, count: plan.columns)) : nil,
      activation: activation, distribution: distribution)
  }

  private func weights(of plan: LayerPlan, values: [Float], layer: Int, seed: UInt64) -> Weights {
    guard let connections = plan.connections else {
      return .dense(
        DenseMatrix(
          rows: plan.rows, columns: plan.columns, values: values,
          velocity: [Float](repeating: 0, count: values.count)))
    }
    var stream = RandomStream(seed: seed, purpose: .topology, layer: layer)
    var matrix = SparseMatrix.erdosRenyi(
      rows: plan.rows, columns: plan.columns, nonzeros: connections, stream: &stream)
    matrix.values = values
    return .sparse(matrix)
  }

  /// What the first weights of a layer are drawn from: scaled by its inputs, or by the mean number
  /// of connections of its neurons, at least one.
  private func distribution(for plan: LayerPlan) -> WeightDistribution {
    switch fan {
    case .dense:
      initialiser.distribution(fanIn: Double(plan.rows), fanOut: Double(plan.columns))
    case .sparse:
      initialiser.distribution(
        fanIn: max(1, Double(plan.parameters) / Double(plan.columns)),
        fanOut: max(1, Double(plan.parameters) / Double(plan.rows)))
    }
  }
}
