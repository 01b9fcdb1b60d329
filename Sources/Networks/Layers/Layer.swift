/// One layer of a network: weights, biases, and what its neurons make of their sums.
///
/// Its stored properties are its whole state.
public struct Layer: Sendable {
  /// The weights, inputs by neurons.
  public var weights: Weights
  /// The biases with their velocity; nil in a network without.
  public var bias: TrainedVector?
  /// What the neurons make of their sum, with its trained parameters.
  public var activation: any Activation
  /// What the first weights were drawn from.
  public let distribution: WeightDistribution

  /// A layer of these parts.
  /// - Precondition: biases and trained parameters have one value a neuron.
  public init(
    weights: Weights, bias: TrainedVector?, activation: any Activation,
    distribution: WeightDistribution
  ) {
    precondition(bias.map { $0.values.count == weights.columns } ?? true)
    precondition(activation.trained.allSatisfy { $0.values.count == weights.columns })
    self.weights = weights
    self.bias = bias
    self.activation = activation
    self.distribution = distribution
  }

  /// The number of inputs.
  public var rows: Int { weights.rows }
  /// The number of neurons.
  public var columns: Int { weights.columns }
  /// The number of stored connections.
  public var nonzeros: Int { weights.nonzeros }
  /// The share of cells in use, 0…1.
  public var density: Double { Double(nonzeros) / (Double(rows) * Double(columns)) }
  /// Whether policies may rewire it.
  public var isSparse: Bool { if case .sparse = weights { true } else { false } }

  /// Sets all velocity to zero: of weights, biases and trained parameters.
  public mutating func resetVelocity() {
    weights.resetVelocity()
    bias = bias.map { TrainedVector($0.name, $0.values) }
    activation.trained = activation.trained.map { TrainedVector($0.name, $0.values) }
  }
}
