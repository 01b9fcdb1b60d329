internal import Sparse

/// Samples without a meaning: features of mean 0 and deviation 1, labels drawn evenly. What a step
/// costs does not depend on them.
package final class SyntheticData {
  let features: Features
  let labels: [Int32]
  /// The samples in a random order, as an epoch takes them.
  let order: [Int]
  /// The number of features of a sample.
  var width: Int { features.width }

  /// So many samples of that width.
  package init(samples: Int, width: Int, classes: Int) {
    var stream = RandomStream(seed: 1, purpose: .data)
    // Uniform on ±√3 has deviation 1.
    let bound = Float(3).squareRoot()
    var values = [Float](repeating: 0, count: samples * width)
    for index in values.indices { values[index] = stream.uniform(-bound, bound) }
    features = Features(values, width: width)
    labels = (0..<samples).map { _ in Int32(stream.integer(below: UInt64(classes))) }
    var shuffled = Array(0..<samples)
    stream.shuffle(&shuffled)
    order = shuffled
  }

  /// The samples of a batch, beginning anew where they run out.
  func batch(_ number: Int, of size: Int) -> ArraySlice<Int> {
    let first = number % max(1, order.count / size) * size
    return order[first..<first + size]
  }
}
