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

  /// So many samples of that width, as floats or, as pixels are kept, as scaled bytes.
  package init(samples: Int, width: Int, classes: Int, asBytes: Bool = false) {
    var stream = RandomStream(seed: 1, purpose: .data)
    let count = samples * width
    features =
      asBytes
      ? Self.bytes(count, width: width, &stream) : Self.floats(count, width: width, &stream)
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

  private static func floats(
    _ count: Int, width: Int, _ stream: inout RandomStream
  ) -> Features {
    // Uniform on ±√3 has deviation 1.
    let bound = Float(3).squareRoot()
    let values = [Float](unsafeUninitializedCapacity: count) { values, filled in
      values.initialize(repeating: 0)
      stream.fill(values, uniformFrom: -bound, to: bound)
      filled = count
    }
    return Features(values, width: width)
  }

  private static func bytes(_ count: Int, width: Int, _ stream: inout RandomStream) -> Features {
    let words = [UInt32](unsafeUninitializedCapacity: (count + 3) / 4) { words, filled in
      words.initialize(repeating: 0)
      stream.fill(words)
      filled = words.count
    }
    let bytes = words.withUnsafeBytes { Array($0.prefix(count)) }
    let raw = Features(bytes: bytes, width: width)
    // Uniform on 0…255: its mean, and the inverse of its deviation.
    let scaled = raw.scalingBytes(
      center: [Double](repeating: 127.5, count: width),
      factor: [Double](repeating: 1 / 73.9, count: width))
    return scaled ?? raw
  }
}
