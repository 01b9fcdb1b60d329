/// The norms of some neurons' activations, and of what rounding them to bytes left, over samples that come
/// in parts.
struct RoundedNeurons {
  private let squares: SquareSums
  private let errors: Vector

  init(_ neurons: Range<Int>) {
    squares = SquareSums(of: neurons)
    errors = Vector(count: neurons.count)
  }

  /// Adds a stretch of samples.
  func add(_ rounded: BytePanel) {
    squares.add(rounded)
    for (index, neuron) in squares.neurons.enumerated() { errors[index] += rounded.errors[neuron] }
  }

  /// Inverse norms, norms, and the norms of the errors in proportion to these with `slack` added. A
  /// neuron without a similarity has none of them; one with so small a norm that sums may have lost
  /// digits has an error as large as itself.
  func bounds(slack: Float) -> (scales: [Float], norms: [Float], errors: [Float]) {
    let scales = squares.scales
    let norms = scales.map { $0 > 0 ? 1 / $0 : 0 }
    let relative = scales.indices.map { index -> Float in
      guard scales[index] > 0 else { return 0 }
      guard norms[index] > 0x1p-40 else { return 1 }
      return errors[index].squareRoot() * scales[index] * (1 + 0x1p-8) + slack
    }
    return (scales, norms, relative)
  }
}
