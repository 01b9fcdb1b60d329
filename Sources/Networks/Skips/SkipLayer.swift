public import Sparse

/// A dense layer from the inputs of one sparse layer straight to the classes, there only in training.
public struct SkipLayer: Sendable, Equatable {
  /// The sparse layer whose inputs it reads, counted from 1.
  public let layer: Int
  /// The weights, inputs by classes.
  public internal(set) var weights: DenseMatrix
  /// The bias of each class.
  public internal(set) var bias: TrainedVector

  /// A skip layer beside a layer, counted from 1.
  /// - Precondition: there is a bias for each class.
  public init(layer: Int, weights: DenseMatrix, bias: TrainedVector) {
    precondition(layer >= 1 && bias.values.count == weights.columns)
    self.layer = layer
    self.weights = weights
    self.bias = bias
  }

  /// How much of each input the classes take: the sum of its weights' magnitudes, ‖Ŵ_j‖₁.
  /// O(connections).
  public var strengths: [Double] {
    (0..<weights.rows).map { row in
      weights.values[row * weights.columns..<(row + 1) * weights.columns]
        .reduce(0) { $0 + Double($1.magnitude) }
    }
  }
}
