internal import CKernels

/// The squared norms of some neurons' activations, summed up over samples that come in parts.
public struct SquareSums: Sendable {
  /// The neurons: rows of the panels.
  public let neurons: Range<Int>
  private let squares: Vector

  /// Those of neurons before any sample.
  public init(of neurons: Range<Int>) {
    self.neurons = neurons
    squares = Vector(count: neurons.count)
  }

  /// Adds the samples of a panel.
  func add(_ panel: Panel, on engine: Engine) {
    precondition(neurons.upperBound <= panel.features)
    let first = panel.base + neurons.lowerBound * panel.stride
    engine.runEvenly(neurons.count, weight: panel.vectors) { range in
      engine.kernels.pointee.row_squares(
        range.lowerBound, range.upperBound, first, panel.stride, panel.batch, squares.base)
    }
  }

  /// Adds a stretch of samples that have been rounded: to the bit what their panel would add.
  public func add(_ rounded: BytePanel) {
    for (index, neuron) in neurons.enumerated() { squares[index] += rounded.squares[neuron] }
  }

  /// The inverse norm of the neuron at an index; 0 where the squares add up to nothing or to nothing
  /// that a float can hold, so that a similarity with it is 0.
  func scale(_ index: Int) -> Float {
    let square = squares[index]
    return square.isNormal ? 1 / square.squareRoot() : 0
  }

  /// The inverse norms of all neurons.
  var scales: [Float] { (0..<neurons.count).map(scale) }
}

/// The score of two neurons: the magnitude of their product times a factor for each, at most `limit`.
/// With their inverse norms it is the cosine similarity of their activations in absolute value, 0 … 1.
/// What is not a number, or below the smallest normal one, is 0.
func similarity(
  product: Float, _ scale: Float, _ otherScale: Float, limit: Float = 1
) -> Float {
  let c = product.magnitude * scale * otherScale
  return c >= .leastNormalMagnitude ? min(c, limit) : 0
}
