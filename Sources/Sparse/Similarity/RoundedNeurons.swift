/// The norms of a layer's activations, and of what rounding them to bytes left, over samples that come in
/// stretches.
public struct RoundedNeurons: Sendable {
  /// The squared norms.
  public let squares: SquareSums
  private let errors: Vector

  /// Those of so many neurons before any sample.
  public init(count: Int) {
    squares = SquareSums(of: 0..<count)
    errors = Vector(count: count)
  }

  /// Adds a stretch of samples.
  public func add(_ rounded: BytePanel) {
    squares.add(rounded)
    for neuron in squares.neurons { errors[neuron] += rounded.errors[neuron] }
  }

  /// Inverse norms, norms, and the norms of the errors in proportion to these with `slack` added, of some
  /// neurons. One without a similarity has none of them; one with so small a norm that sums may have lost
  /// digits has an error as large as itself.
  func bounds(
    of neurons: Range<Int>, slack: Float
  ) -> (scales: [Float], norms: [Float], errors: [Float]) {
    let scales = neurons.map(squares.scale)
    let norms = scales.map { $0 > 0 ? 1 / $0 : 0 }
    let relative = neurons.map { neuron -> Float in
      let index = neuron - neurons.lowerBound
      guard scales[index] > 0 else { return 0 }
      guard norms[index] > 0x1p-40 else { return 1 }
      return errors[neuron].squareRoot() * scales[index] * (1 + 0x1p-8) + slack
    }
    return (scales, norms, relative)
  }
}
